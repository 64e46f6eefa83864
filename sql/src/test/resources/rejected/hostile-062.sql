-- function_not_allowed: hostile or wrong, found at any depth
select pg_current_xact_id()
