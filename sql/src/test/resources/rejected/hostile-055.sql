-- function_not_allowed: hostile or wrong, found at any depth
select case pg_sleep(1) when null then 1 end
