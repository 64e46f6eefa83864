-- function_not_allowed: hostile or wrong, found at any depth
select PG_CATALOG.PG_SLEEP(1)
