-- function_not_allowed: hostile or wrong, found at any depth
select percentile_cont(0.5) within group (order by pg_sleep(1))
