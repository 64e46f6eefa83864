-- function_not_allowed: hostile or wrong, found at any depth
select count(*) filter (where pg_sleep(1) is null) over (order by pg_sleep(1)) from users
