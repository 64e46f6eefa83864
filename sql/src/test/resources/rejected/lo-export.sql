-- function_not_allowed: writes a file
SELECT lo_export(1, '/tmp/x')
