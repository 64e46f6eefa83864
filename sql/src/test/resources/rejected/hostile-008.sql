-- function_not_allowed: hostile or wrong, found at any depth
select * from users u join lateral (select pg_sleep(1)) x on true
