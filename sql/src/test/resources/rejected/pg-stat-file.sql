-- function_not_allowed: looks at files
SELECT pg_stat_file('/etc/passwd')
