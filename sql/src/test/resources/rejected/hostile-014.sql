-- function_not_allowed: hostile or wrong, found at any depth
select 1 from users tablesample bernoulli((select 1 from pg_sleep(1)))
