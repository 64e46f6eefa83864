-- function_not_allowed: waits
SELECT * FROM pg_sleep(1)
