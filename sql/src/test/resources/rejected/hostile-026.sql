-- function_not_allowed: hostile or wrong, found at any depth
select pg_catalog.setval('s', 1)
