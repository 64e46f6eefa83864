-- function_not_allowed: hostile or wrong, found at any depth
with a as (select 1) select * from a where exists (with b as (select pg_sleep(1)) select 1 from b)
