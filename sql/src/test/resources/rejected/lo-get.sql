-- function_not_allowed: reads large objects
SELECT lo_get(1)
