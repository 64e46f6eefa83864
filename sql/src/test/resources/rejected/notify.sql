-- function_not_allowed: sends messages
SELECT pg_notify('a', 'b')
