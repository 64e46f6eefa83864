-- function_not_allowed: waits
SELECT pg_catalog.pg_sleep(1000)
