-- function_not_allowed: waits
SELECT * FROM ROWS FROM (generate_series(1, 2), pg_sleep(1)) x
