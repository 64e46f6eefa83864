-- function_not_allowed: reads large objects
SELECT loread(lo_open(1, 262144), 100)
