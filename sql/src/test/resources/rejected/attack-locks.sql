-- locking_clause: locks 1
SELECT * FROM users FOR SHARE

-- locking_clause: locks 2
SELECT * FROM users FOR KEY SHARE OF users

-- function_not_allowed: locks 3
SELECT pg_advisory_lock(1), pg_advisory_xact_lock(1)

-- function_not_allowed: locks 4
SELECT pg_try_advisory_lock(1)

-- function_not_allowed: locks 5
SELECT pg_try_advisory_xact_lock_shared(1, 2)

-- function_not_allowed: locks 6
SELECT pg_advisory_unlock_all()

-- function_not_allowed: locks 7
SELECT pg_blocking_pids(1)
