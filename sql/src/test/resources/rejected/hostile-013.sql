-- function_not_allowed: hostile or wrong, found at any depth
select 1 offset (select pg_sleep(1)::text::int)
