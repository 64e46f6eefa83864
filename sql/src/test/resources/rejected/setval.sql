-- function_not_allowed: writes
SELECT setval('users_seq', 1)
