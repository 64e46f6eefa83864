-- function_not_allowed: reads a file
SELECT pg_read_file('/etc/passwd')
