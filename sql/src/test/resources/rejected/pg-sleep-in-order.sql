-- function_not_allowed: waits
SELECT 1 FROM users ORDER BY pg_sleep(1)
