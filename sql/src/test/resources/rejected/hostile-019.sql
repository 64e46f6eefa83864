-- type_not_allowed: hostile or wrong, found at any depth
select cast('x' as pg_catalog.regclass)
