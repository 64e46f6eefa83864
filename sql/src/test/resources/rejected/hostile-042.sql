-- function_not_allowed: hostile or wrong, found at any depth
select pg_backend_pid()
