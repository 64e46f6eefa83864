-- function_not_allowed: waits for each row
SELECT * FROM users u, LATERAL pg_sleep(1)
