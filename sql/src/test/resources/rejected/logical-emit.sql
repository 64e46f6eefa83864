-- function_not_allowed: writes to the log
SELECT pg_logical_emit_message(false, 'a', 'b')
