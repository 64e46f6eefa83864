-- function_not_allowed: waits
SELECT CASE WHEN 1 = 1 THEN pg_sleep(1)::text END
