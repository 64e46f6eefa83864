-- function_not_allowed: locks
SELECT pg_advisory_lock(1)
