-- function_not_allowed: hostile or wrong, found at any depth
values (pg_sleep(1))
