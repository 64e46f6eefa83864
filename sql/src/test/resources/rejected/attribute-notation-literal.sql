-- unsupported_syntax: a call written as a field
SELECT ('/etc/passwd'::text).pg_read_file
