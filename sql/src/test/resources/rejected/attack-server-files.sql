-- function_not_allowed: server files 1
SELECT pg_read_file('/etc/passwd', 0, 100, true)

-- function_not_allowed: server files 2
SELECT pg_ls_logdir()

-- function_not_allowed: server files 3
SELECT * FROM pg_ls_waldir()

-- function_not_allowed: server files 4
SELECT * FROM pg_ls_tmpdir()

-- function_not_allowed: server files 5
SELECT pg_ls_archive_statusdir()

-- function_not_allowed: server files 6
SELECT * FROM pg_ls_dir('/', true, true) AS f WHERE f LIKE 'e%'

-- function_not_allowed: server files 7
SELECT lo_create(0)

-- function_not_allowed: server files 8
SELECT lo_creat(-1)

-- function_not_allowed: server files 9
SELECT lo_from_bytea(0, 'abc')

-- function_not_allowed: server files 10
SELECT lo_put(1, 0, 'x')

-- function_not_allowed: server files 11
SELECT lo_unlink(16400)

-- function_not_allowed: server files 12
SELECT lo_truncate(1, 0)

-- not_a_query: server files 13
COPY users TO '/tmp/x'

-- not_a_query: server files 14
COPY (SELECT * FROM users) TO STDOUT

-- not_a_query: server files 15
COPY users FROM PROGRAM 'curl evil'

-- type_not_allowed: server files 16
SELECT '0/0'::pg_lsn

-- system_relation: server files 17
SELECT * FROM pg_file_settings

-- function_not_allowed: server files 18
SELECT JSON_VALUE('{}', '$.a' PASSING pg_read_file('/etc/passwd') AS p)

-- function_not_allowed: server files 19
SELECT JSON_OBJECTAGG(email: pg_ls_dir('/')) FROM users

-- function_not_allowed: server files 20
SELECT * FROM JSON_TABLE('[]', '$' COLUMNS (a text PATH '$' DEFAULT pg_read_file('x') ON EMPTY))

-- syntax_error: server files 21
\copy users to '/tmp/x'

-- function_not_allowed: server files 22
SELECT pg_stat_file('postgresql.conf')

-- function_not_allowed: server files 23
SELECT pg_relation_filepath('users')

-- function_not_allowed: server files 24
SELECT pg_filenode_relation(1, 2)

-- function_not_allowed: server files 25
SELECT 'a' < ALL (SELECT pg_read_file('x'))

-- function_not_allowed: server files 26
SELECT ARRAY(SELECT pg_ls_dir('.'))

-- function_not_allowed: server files 27
SELECT lo_import('/etc/passwd') || lo_export(1, 'x')

-- function_not_allowed: server files 28
SELECT * FROM users WHERE pg_read_binary_file('/etc/passwd') IS NOT NULL

-- unsupported_syntax: server files 29
SELECT (pg_stat_file('.')).size

-- function_not_allowed: server files 30
SELECT convert_to(pg_read_file('x'), 'UTF8')

-- function_not_allowed: server files 31
SELECT encode(lo_get(1), 'base64')

-- function_not_allowed: server files 32
SELECT pg_read_file/**/('x')

-- unsupported_syntax: server files 33
SELECT ('x').pg_read_file

-- function_not_allowed: server files 34
SELECT loread(1, 2), lowrite(1, 'x')

-- function_not_allowed: server files 35
SELECT pg_file_write('x', 'y', false), pg_file_read('x', 0, 1)
