-- function_not_allowed: ends other sessions
SELECT pg_terminate_backend(1)
