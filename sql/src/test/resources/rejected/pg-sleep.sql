-- function_not_allowed: waits
SELECT pg_sleep(1000)
