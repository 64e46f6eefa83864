-- function_not_allowed: reads a file
SELECT lo_import('/etc/passwd')
