-- function_not_allowed: hostile or wrong, found at any depth
select nullif(pg_sleep(1), null)
