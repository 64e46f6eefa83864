-- function_not_allowed: hostile or wrong, found at any depth
select array(select pg_sleep(1)), row(pg_sleep(1)), array[pg_sleep(1)]
