-- function_not_allowed: waits
SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL)
