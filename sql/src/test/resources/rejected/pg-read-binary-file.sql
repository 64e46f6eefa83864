-- function_not_allowed: reads a file
SELECT encode(pg_read_binary_file('/etc/passwd'), 'hex')
