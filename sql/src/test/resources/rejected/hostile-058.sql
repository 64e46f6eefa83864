-- function_not_allowed: hostile or wrong, found at any depth
select 'a' like 'b' escape (select pg_sleep(1)::text)
