-- function_not_allowed: unlike those before, 1
SELECT pg_catalog.set_config('statement_timeout', '0', false)

-- syntax_error: unlike those before, 2
SELECT * FROM (DELETE FROM users RETURNING *) x

-- writes_data: unlike those before, 3
WITH x AS (UPDATE users SET email = '' RETURNING 1), y AS (SELECT 1) SELECT * FROM y

-- function_not_allowed: unlike those before, 4
SELECT (SELECT set_config('role', 'postgres', true))

-- resource_limit: unlike those before, 5
SELECT * FROM generate_series(1, (SELECT max(region_id) * 1000000000 FROM regions))

-- resource_limit: unlike those before, 6
SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b

-- resource_limit: unlike those before, 7
SELECT repeat(repeat('a', 10000), 10000)

-- resource_limit: unlike those before, 8
SELECT repeat('a', region_id * 100000000) FROM regions

-- resource_limit: unlike those before, 9
SELECT string_agg(repeat('x', 1000000), '') FROM generate_series(1, 10000)

-- resource_limit: unlike those before, 10
SELECT lpad('x', 1000000000)

-- resource_limit: unlike those before, 11
SELECT rpad(email, 2147483647) FROM users

-- resource_limit: unlike those before, 12
SELECT 9::numeric ^ 999999

-- resource_limit: unlike those before, 13
SELECT power(10::numeric, 100000)

-- resource_limit: unlike those before, 14
SELECT factorial(100000)

-- resource_limit: unlike those before, 15
SELECT exp(5000::numeric)

-- resource_limit: unlike those before, 16
SELECT 1e131071::numeric * 1e100

-- resource_limit: unlike those before, 17
SELECT array_fill(1, ARRAY[1000,1000,1000])

-- resource_limit: unlike those before, 18
SELECT format('%1000000000s', 'x')

-- resource_limit: unlike those before, 19
SELECT format('%*s', 1000000000, 'x')

-- resource_limit: unlike those before, 20
SELECT to_char(1, repeat('9', 1000000))

-- resource_limit: unlike those before, 21
SELECT regexp_replace(repeat('a', 100000), '(a*)*b', '')

-- unsafe_pattern: unlike those before, 22
SELECT 'a' ~ ('(' || 'a' || ')\1')

-- unsafe_pattern: unlike those before, 23
SELECT regexp_matches(email, email) FROM users

-- unsafe_pattern: unlike those before, 24
SELECT email SIMILAR TO notes FROM users, orders

-- unsafe_pattern: unlike those before, 25
SELECT 'x' ~ repeat('(a', 1000)

-- unsafe_pattern: unlike those before, 26
SELECT 'aaa' ~ 'a{255}{255}{255}'

-- resource_limit: unlike those before, 27
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r

-- resource_limit: unlike those before, 28
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT * FROM r LIMIT 10

-- resource_limit: unlike those before, 29
WITH RECURSIVE r(t) AS (SELECT 'a' UNION ALL SELECT t || t FROM r) SELECT length(t) FROM r LIMIT 40

-- resource_limit: unlike those before, 30
WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n > 0) SELECT n FROM r LIMIT 5

-- system_relation: unlike those before, 31
SELECT * FROM pg_stat_activity

-- system_relation: unlike those before, 32
SELECT * FROM PG_CATALOG.pg_roles

-- system_relation: unlike those before, 33
SELECT "pg_class".* FROM "pg_class"

-- system_relation: unlike those before, 34
SELECT relname FROM pg_catalog . "pg_class"

-- system_relation: unlike those before, 35
SELECT * FROM information_schema.tables

-- system_relation: unlike those before, 36
SELECT * FROM pg_temp.users

-- system_relation: unlike those before, 37
SELECT * FROM pg_toast.pg_toast_1262

-- unknown_column: unlike those before, 38
SELECT xmin, ctid, tableoid FROM users

-- type_not_allowed: unlike those before, 39
SELECT tableoid::regclass FROM users

-- type_not_allowed: unlike those before, 40
SELECT email::regrole FROM users

-- type_not_allowed: unlike those before, 41
SELECT 'postgres'::regrole::oid

-- type_not_allowed: unlike those before, 42
SELECT CAST('pg_authid' AS pg_catalog.regclass)

-- type_not_allowed: unlike those before, 43
SELECT regclass 'pg_authid'

-- type_not_allowed: unlike those before, 44
SELECT '{pg_authid}'::regclass[]

-- function_not_allowed: unlike those before, 45
SELECT to_regclass('pg_authid')

-- function_not_allowed: unlike those before, 46
SELECT has_table_privilege('users', 'select')

-- function_not_allowed: unlike those before, 47
SELECT pg_get_viewdef('revenue_by_region')

-- function_not_allowed: unlike those before, 48
SELECT obj_description(1)

-- function_not_allowed: unlike those before, 49
SELECT current_user, session_user, user

-- function_not_allowed: unlike those before, 50
SELECT current_role

-- function_not_allowed: unlike those before, 51
SELECT current_schema, current_catalog

-- function_not_allowed: unlike those before, 52
SELECT current_database()

-- function_not_allowed: unlike those before, 53
SELECT inet_server_addr(), inet_client_addr()

-- function_not_allowed: unlike those before, 54
SELECT pg_backend_pid()

-- function_not_allowed: unlike those before, 55
SELECT pg_cancel_backend(pg_backend_pid())

-- function_not_allowed: unlike those before, 56
SELECT pg_terminate_backend(1)

-- function_not_allowed: unlike those before, 57
SELECT pg_advisory_lock(1)

-- function_not_allowed: unlike those before, 58
SELECT pg_try_advisory_xact_lock(1)

-- function_not_allowed: unlike those before, 59
SELECT nextval('s')

-- function_not_allowed: unlike those before, 60
SELECT lastval()

-- function_not_allowed: unlike those before, 61
SELECT txid_current()

-- function_not_allowed: unlike those before, 62
SELECT pg_current_xact_id()

-- function_not_allowed: unlike those before, 63
SELECT pg_notify('a', 'b')

-- function_not_allowed: unlike those before, 64
SELECT lo_import('/etc/passwd')

-- function_not_allowed: unlike those before, 65
SELECT lo_creat(-1)

-- function_not_allowed: unlike those before, 66
SELECT lo_from_bytea(0, 'x')

-- function_not_allowed: unlike those before, 67
SELECT pg_read_file('/etc/passwd')

-- function_not_allowed: unlike those before, 68
SELECT * FROM pg_ls_dir('/')

-- function_not_allowed: unlike those before, 69
SELECT query_to_xml('select * from pg_shadow', true, true, '')

-- function_not_allowed: unlike those before, 70
SELECT table_to_xml('pg_shadow', true, true, '')

-- function_not_allowed: unlike those before, 71
SELECT database_to_xml(true, true, '')

-- function_not_allowed: unlike those before, 72
SELECT cursor_to_xml('c', 1, true, true, '')

-- function_not_allowed: unlike those before, 73
SELECT xmlparse(DOCUMENT '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')

-- type_not_allowed: unlike those before, 74
SELECT '<x/>'::xml

-- function_not_allowed: unlike those before, 75
SELECT xpath('/a', '<a/>')

-- function_not_allowed: unlike those before, 76
SELECT dblink_connect('host=evil')

-- function_not_allowed: unlike those before, 77
SELECT * FROM dblink('x', 'select 1') AS t(a int)

-- function_not_allowed: unlike those before, 78
SELECT ts_rewrite('a'::tsquery, 'SELECT 1,2')

-- function_not_allowed: unlike those before, 79
SELECT ts_stat('select pg_sleep(10)')

-- function_not_allowed: unlike those before, 80
SELECT pg_sleep_for('1 hour')

-- function_not_allowed: unlike those before, 81
SELECT pg_sleep_until('tomorrow')

-- function_not_allowed: unlike those before, 82
SELECT count(*) FROM users WHERE pg_sleep(1) IS NOT NULL

-- function_not_allowed: unlike those before, 83
SELECT * FROM users ORDER BY pg_sleep(1)

-- function_not_allowed: unlike those before, 84
SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL) FROM users

-- function_not_allowed: unlike those before, 85
SELECT sum(1) OVER (PARTITION BY pg_sleep(1)) FROM users

-- function_not_allowed: unlike those before, 86
SELECT sum(1) OVER (ORDER BY 1 ROWS (SELECT length(pg_sleep(1)::text)) PRECEDING) FROM users

-- function_not_allowed: unlike those before, 87
SELECT 1 LIMIT (SELECT length(pg_read_file('x')))

-- function_not_allowed: unlike those before, 88
SELECT 1 OFFSET pg_backend_pid()

-- function_not_allowed: unlike those before, 89
SELECT * FROM ROWS FROM (pg_ls_dir('.'), generate_series(1, 2)) AS t

-- unsupported_syntax: unlike those before, 90
SELECT * FROM users TABLESAMPLE public.evil (10)

-- function_not_allowed: unlike those before, 91
SELECT * FROM users TABLESAMPLE SYSTEM (pg_sleep(1)::text::int)

-- function_not_allowed: unlike those before, 92
SELECT * FROM users TABLESAMPLE BERNOULLI (1) REPEATABLE (pg_backend_pid())

-- function_not_allowed: unlike those before, 93
VALUES (pg_sleep(1))

-- function_not_allowed: unlike those before, 94
SELECT ARRAY[pg_sleep(1)]

-- function_not_allowed: unlike those before, 95
SELECT CASE WHEN true THEN pg_sleep(1) END

-- function_not_allowed: unlike those before, 96
SELECT COALESCE(NULL, pg_sleep(1)::text)

-- function_not_allowed: unlike those before, 97
SELECT ROW(pg_sleep(1)) IS NULL

-- function_not_allowed: unlike those before, 98
SELECT (ARRAY[1])[pg_backend_pid()]

-- function_not_allowed: unlike those before, 99
SELECT JSON_OBJECT('a': pg_sleep(1)::text)

-- function_not_allowed: unlike those before, 100
SELECT * FROM JSON_TABLE('{}'::jsonb, '$' PASSING pg_backend_pid() AS x COLUMNS (a int PATH '$')) t

-- function_not_allowed: unlike those before, 101
SELECT * FROM JSON_TABLE('{}'::jsonb, '$' COLUMNS (a int PATH '$' DEFAULT pg_backend_pid() ON EMPTY)) t

-- type_not_allowed: unlike those before, 102
SELECT * FROM JSON_TABLE('{}'::jsonb, '$' COLUMNS (a regclass PATH '$')) t

-- type_not_allowed: unlike those before, 103
SELECT JSON_VALUE('{"a":"pg_authid"}'::jsonb, '$.a' RETURNING regclass)

-- type_not_allowed: unlike those before, 104
SELECT * FROM jsonb_to_record('{"a":"pg_authid"}') AS t(a regclass)

-- type_not_allowed: unlike those before, 105
SELECT * FROM json_to_recordset('[{"a":"pg_authid"}]') AS t(a regrole)

-- unsupported_syntax: unlike those before, 106
SELECT * FROM XMLTABLE('/a' PASSING '<a/>' COLUMNS x text PATH '.')

-- unknown_column: unlike those before, 107
SELECT users.pg_sleep FROM users

-- unknown_column: unlike those before, 108
SELECT u.lo_creat FROM (SELECT 1 AS x) u

-- locking_clause: unlike those before, 109
SELECT 1 FROM users FOR KEY SHARE

-- locking_clause: unlike those before, 110
SELECT * FROM (SELECT * FROM users FOR UPDATE) x

-- select_into: unlike those before, 111
SELECT 1 INTO TEMP t

-- not_a_query: unlike those before, 112
CREATE TABLE x AS SELECT 1

-- not_a_query: unlike those before, 113
EXPLAIN ANALYZE SELECT 1

-- not_a_query: unlike those before, 114
COPY users TO STDOUT

-- not_a_query: unlike those before, 115
COPY (SELECT 1) TO PROGRAM 'id'

-- not_a_query: unlike those before, 116
DO $$ BEGIN PERFORM 1; END $$

-- not_a_query: unlike those before, 117
EXECUTE x

-- not_a_query: unlike those before, 118
PREPARE x AS SELECT 1

-- not_a_query: unlike those before, 119
DECLARE c CURSOR FOR SELECT 1

-- not_a_query: unlike those before, 120
SHOW server_version

-- not_a_query: unlike those before, 121
SET ROLE postgres

-- not_a_query: unlike those before, 122
RESET ALL

-- not_a_query: unlike those before, 123
BEGIN

-- multiple_statements: unlike those before, 124
COMMIT; DROP TABLE users

-- not_a_query: unlike those before, 125
LISTEN x

-- not_a_query: unlike those before, 126
LOCK users

-- not_a_query: unlike those before, 127
CALL f()

-- not_a_query: unlike those before, 128
MERGE INTO users USING orders ON true WHEN MATCHED THEN DELETE

-- multiple_statements: unlike those before, 129
SELECT 1; 
SELECT 2

-- multiple_statements: unlike those before, 130
SELECT 1 /* ; */ ; -- x
DROP TABLE users

-- parameter: unlike those before, 131
SELECT $1

-- operator_not_allowed: unlike those before, 132
SELECT 1 OPERATOR(pg_catalog.=) 1 OPERATOR(public.=) true

-- collation_not_allowed: unlike those before, 133
SELECT 'a' COLLATE "public"."evil"

-- type_not_allowed: unlike those before, 134
SELECT 'x'::public.evil

-- type_not_allowed: unlike those before, 135
SELECT 'x'::evil

-- function_not_allowed: unlike those before, 136
SELECT public.sum(1)

-- function_not_allowed: unlike those before, 137
SELECT "current_setting"('data_directory')

-- function_not_allowed: unlike those before, 138
SELECT "Current_Setting"('x')

-- function_not_allowed: unlike those before, 139
SELECT pg_catalog."pg_sleep"(1)

-- function_not_allowed: unlike those before, 140
SELECT U&"pg\005fsleep"(1)

-- function_not_allowed: unlike those before, 141
SELECT U&"\0070g_sleep"(1)

-- function_not_allowed: unlike those before, 142
SELECT to_tsvector('public.evil', 'x')

-- type_not_allowed: unlike those before, 143
SELECT to_tsvector(email::regconfig, 'x') FROM users

-- type_not_allowed: unlike those before, 144
SELECT to_tsvector(3748::oid::regconfig, 'x')

-- function_not_allowed: unlike those before, 145
SELECT ts_parse('default', 'x')

-- function_not_allowed: unlike those before, 146
SELECT ts_debug('x')

-- function_not_allowed: unlike those before, 147
SELECT ts_token_type(3722)

-- function_not_allowed: unlike those before, 148
SELECT pg_column_size(users) FROM users

-- function_not_allowed: unlike those before, 149
SELECT pg_relation_size('users')

-- function_not_allowed: unlike those before, 150
SELECT pg_database_size('x')

-- function_not_allowed: unlike those before, 151
SELECT pg_get_userbyid(10)

-- function_not_allowed: unlike those before, 152
SELECT pg_stat_file('x')

-- function_not_allowed: unlike those before, 153
SELECT pg_reload_conf()

-- function_not_allowed: unlike those before, 154
SELECT pg_switch_wal()

-- function_not_allowed: unlike those before, 155
SELECT pg_create_restore_point('x')

-- function_not_allowed: unlike those before, 156
SELECT pg_logical_emit_message(true, 'a', 'b')

-- function_not_allowed: unlike those before, 157
SELECT pg_export_snapshot()

-- function_not_allowed: unlike those before, 158
SELECT pg_stat_reset()

-- function_not_allowed: unlike those before, 159
SELECT pg_import_system_collations('public')

-- function_not_allowed: unlike those before, 160
SELECT pg_collation_actual_version(1)

-- function_not_allowed: unlike those before, 161
SELECT binary_upgrade_set_next_pg_type_oid(1)

-- function_not_allowed: unlike those before, 162
SELECT brin_summarize_range('x', 1)

-- function_not_allowed: unlike those before, 163
SELECT gin_clean_pending_list('x')

-- function_not_allowed: unlike those before, 164
SELECT amvalidate(1)

-- function_not_allowed: unlike those before, 165
SELECT int4in('1'), textin('a'), array_in('{}', 25, -1), record_in('()', 1, 1)

-- function_not_allowed: unlike those before, 166
SELECT regclassin('pg_authid')

-- function_not_allowed: unlike those before, 167
SELECT domain_in('x', 1, 1)

-- function_not_allowed: unlike those before, 168
SELECT anyarray_out(ARRAY[1])

-- function_not_allowed: unlike those before, 169
SELECT byteaout('x')

-- function_not_allowed: unlike those before, 170
SELECT int4_accum(ARRAY[1], 2)

-- function_not_allowed: unlike those before, 171
SELECT internal_in('x')

-- function_not_allowed: unlike those before, 172
SELECT fmgr_sql_validator(1)

-- function_not_allowed: unlike those before, 173
SELECT plpgsql_call_handler()

-- function_not_allowed: unlike those before, 174
SELECT pg_config()

-- function_not_allowed: unlike those before, 175
SELECT pg_hba_file_rules()

-- function_not_allowed: unlike those before, 176
SELECT * FROM pg_show_all_settings()

-- function_not_allowed: unlike those before, 177
SELECT * FROM pg_lock_status()

-- function_not_allowed: unlike those before, 178
SELECT pg_event_trigger_dropped_objects()

-- function_not_allowed: unlike those before, 179
SELECT currval('a'), setval('a', 1)

-- function_not_allowed: unlike those before, 180
SELECT pg_get_serial_sequence('users', 'user_id')

-- function_not_allowed: unlike those before, 181
SELECT row_security_active('users')

-- function_not_allowed: unlike those before, 182
SELECT jsonb_populate_record(NULL::pg_authid, '{}')

-- type_not_allowed: unlike those before, 183
SELECT NULL::users

-- type_not_allowed: unlike those before, 184
SELECT ROW(1, 'x')::users

-- type_not_allowed: unlike those before, 185
SELECT NULL::pg_authid

-- unsupported_syntax: unlike those before, 186
SELECT (NULL::pg_stat_activity).query

-- system_relation: unlike those before, 187
SELECT c FROM (SELECT 1) AS pg_class(c), pg_class AS d

-- system_relation: unlike those before, 188
WITH pg_shadow AS (SELECT 1 AS a) SELECT * FROM pg_catalog.pg_shadow

-- unknown_table: unlike those before, 189
WITH a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT * FROM a

-- system_relation: unlike those before, 190
SELECT * FROM users WHERE email = ANY (SELECT usename FROM pg_user)

-- system_relation: unlike those before, 191
SELECT EXISTS (SELECT 1 FROM pg_shadow)

-- system_relation: unlike those before, 192
TABLE pg_shadow

-- system_relation: unlike those before, 193
SELECT 1 UNION SELECT usesysid::int FROM pg_shadow

-- system_relation: unlike those before, 194
(TABLE users) UNION (TABLE pg_authid)

-- system_relation: unlike those before, 195
SELECT * FROM users JOIN LATERAL (SELECT * FROM pg_shadow) x ON true

-- system_relation: unlike those before, 196
SELECT * FROM users NATURAL JOIN pg_shadow

-- cross_join: unlike those before, 197
SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e, orders f

-- cross_join: unlike those before, 198
SELECT count(*) FROM orders a JOIN orders b ON true JOIN orders c ON 1=1 JOIN orders d ON true JOIN orders e ON true

-- cross_join: unlike those before, 199
SELECT count(*) FROM orders a JOIN orders b ON a.order_id <> b.order_id JOIN orders c ON a.status <= c.status JOIN orders d ON true JOIN order_items i ON true JOIN order_items k ON true

-- resource_limit: unlike those before, 200
SELECT json_agg(generate_series) FROM generate_series(1, 1000000000)

-- resource_limit: unlike those before, 201
SELECT generate_series(1, 10000), generate_series(1, 10000000)

-- resource_limit: unlike those before, 202
SELECT unnest(array_fill(1, ARRAY[10000000]))

-- resource_limit: unlike those before, 203
SELECT generate_series(now(), now() + interval '10000 years', interval '1 microsecond')

-- resource_limit: unlike those before, 204
SELECT generate_series(1::numeric, 1e12, 0.0000001)

-- resource_limit: unlike those before, 205
SELECT generate_series(1, 2000000000, region_id) FROM regions

-- resource_limit: unlike those before, 206
SELECT regexp_split_to_table(repeat('a ', 1000000), ' ')

-- resource_limit: unlike those before, 207
SELECT array_agg(a.n) FROM generate_series(1, 1000000) a(n), generate_series(1, 1000000) b(n)

-- resource_limit: unlike those before, 208
SELECT (SELECT count(*) FROM generate_series(1, 1000000) x WHERE x > o.region_id) FROM orders o, orders p

-- function_not_allowed: unlike those before, 209
SELECT convert('x', 'UTF8', 'evil')

-- function_not_allowed: unlike those before, 210
SELECT pg_client_encoding(), getdatabaseencoding()

-- function_not_allowed: unlike those before, 211
SELECT timezone(pg_read_file('x'), now())

-- function_not_allowed: unlike those before, 212
SELECT 'postgres'::name = current_user

-- system_relation: unlike those before, 213
SELECT max(oid) FROM pg_class

-- system_relation: unlike those before, 214
SELECT count(*) FROM pg_tables

-- function_not_allowed: unlike those before, 215
SELECT pg_sleep.x FROM pg_sleep(1) AS pg_sleep(x)

-- function_not_allowed: unlike those before, 216
SELECT * FROM current_user

-- function_not_allowed: unlike those before, 217
SELECT x FROM current_setting('config_file') AS x

-- unsupported_syntax: unlike those before, 218
SELECT * FROM CAST('pg_authid'::text AS regclass) x

-- resource_limit: unlike those before, 219
SELECT overlay('x' PLACING repeat('y', 100000000) FROM 1)

-- resource_limit: unlike those before, 220
SELECT translate(repeat('x', 10000000), 'x', 'yy')

-- resource_limit: unlike those before, 221
SELECT replace(repeat('a', 1000000), 'a', repeat('b', 1000))

-- resource_limit: unlike those before, 222
SELECT regexp_replace(repeat('a', 1000000), 'a', repeat('b', 1000), 'g')

-- resource_limit: unlike those before, 223
SELECT encode(repeat('a', 500000000)::bytea, 'hex')

-- resource_limit: unlike those before, 224
SELECT B'1' << 2000000000, bit(1000000000) '1'

-- resource_limit: unlike those before, 225
SELECT '1'::bit(83886080)

-- resource_limit: unlike those before, 226
SELECT 'x'::char(10000000)

-- resource_limit: unlike those before, 227
SELECT x::char(10485760) FROM (SELECT generate_series(1, 100) AS x) t

-- resource_limit: unlike those before, 228
SELECT round(1::numeric / 3, 16000)

-- resource_limit: unlike those before, 229
SELECT sqrt(2::numeric * 10::numeric ^ -10000)

-- resource_limit: unlike those before, 230
SELECT gcd(9::numeric ^ 5000, 7::numeric ^ 5000)

-- unsafe_pattern: unlike those before, 231
SELECT jsonb_path_query('[1]', '$[*] ? (@ like_regex "(a*)*\\1")')

-- function_not_allowed: unlike those before, 232
SELECT word_similarity('a', 'b')

-- function_not_allowed: unlike those before, 233
SELECT json_populate_record(null::pg_shadow, '{}')

-- function_not_allowed: unlike those before, 234
SELECT * FROM json_populate_recordset(null::users, '[]')

-- resource_limit: unlike those before, 235
SELECT string_to_array(repeat(',', 100000000), ',')

-- function_not_allowed: unlike those before, 236
SELECT hstore(u) FROM users u

-- function_not_allowed: unlike those before, 237
SELECT pg_input_is_valid('pg_authid', 'regclass')

-- function_not_allowed: unlike those before, 238
SELECT pg_input_error_info('x', 'regclass')

-- function_not_allowed: unlike those before, 239
SELECT format_type(1, 1)

-- function_not_allowed: unlike those before, 240
SELECT pg_describe_object(1,1,1)

-- function_not_allowed: unlike those before, 241
SELECT pg_basetype('x')

-- type_not_allowed: unlike those before, 242
SELECT pg_typeof(1)::regtype::oid

-- function_not_allowed: unlike those before, 243
SELECT to_regtype('x'), to_regproc('x'), to_regnamespace('x')

-- function_not_allowed: unlike those before, 244
SELECT aclexplode(ARRAY[]::aclitem[])

-- function_not_allowed: unlike those before, 245
SELECT makeaclitem(10, 10, 'SELECT', false)

-- type_not_allowed: unlike those before, 246
SELECT 'postgres=r/postgres'::aclitem

-- type_not_allowed: unlike those before, 247
SELECT 1::oid, 1::xid, 1::cid, '(0,1)'::tid, '0/0'::pg_lsn, 'x'::refcursor, '1:1:'::txid_snapshot

-- type_not_allowed: unlike those before, 248
SELECT 'x'::cstring

-- type_not_allowed: unlike those before, 249
SELECT 'x'::"char"

-- type_not_allowed: unlike those before, 250
SELECT NULL::internal, NULL::trigger, NULL::void, NULL::unknown, NULL::anyelement

-- type_not_allowed: unlike those before, 251
SELECT NULL::record

-- type_not_allowed: unlike those before, 252
SELECT email::users FROM users

-- unknown_table: unlike those before, 253
SELECT "a"."b"."c"."d" FROM a

-- unsupported_syntax: unlike those before, 254
SELECT other.public.users.email FROM other.public.users

-- unsupported_syntax: unlike those before, 255
SELECT * FROM otherdb.public.users

-- resource_limit: unlike those before, 256
SELECT count(*) FROM (SELECT generate_series(1, 50000)) a, (SELECT generate_series(1, 50000)) b

-- resource_limit: unlike those before, 257
SELECT (SELECT count(*) FROM generate_series(1, 1000000) g(i) WHERE i % (o.region_id + 1) = 0) FROM orders o, order_items i

-- resource_limit: unlike those before, 258
SELECT array_agg(x) FROM (SELECT array_fill(1, ARRAY[100000]) AS x FROM generate_series(1, 100000)) s

-- resource_limit: unlike those before, 259
SELECT jsonb_agg(repeat('x', 100000)) FROM generate_series(1, 100000)

-- resource_limit: unlike those before, 260
SELECT string_agg(repeat('x', 100000), '') OVER (ORDER BY i) FROM generate_series(1, 100000) i

-- resource_limit: unlike those before, 261
SELECT concat(repeat('x', 1000000), repeat('x', 1000000), repeat('x', 1000000))

-- resource_limit: unlike those before, 262
WITH a AS (SELECT repeat('x', 1000000) AS t), b AS (SELECT t || t || t || t AS t FROM a), c AS (SELECT t || t || t || t AS t FROM b), d AS (SELECT t || t || t || t AS t FROM c) SELECT length(t || t || t || t) FROM d

-- resource_limit: unlike those before, 263
SELECT replace(replace(repeat('a', 100000), 'a', 'aaaaaaaaaa'), 'a', repeat('a', 1000))

-- resource_limit: unlike those before, 264
SELECT regexp_replace(repeat('ab', 100000), '(a|ab)(c|bcd)*(d*)', '\1\1\1\1', 'g')

-- resource_limit: unlike those before, 265
SELECT array_to_string(array_fill('x'::text, ARRAY[1000000]), repeat('y', 1000))

-- resource_limit: unlike those before, 266
SELECT lpad('x', (SELECT max(region_id) * 100000000 FROM regions))

-- resource_limit: unlike those before, 267
SELECT rpad('x', length(repeat('y', 1000000)) * 1000)

-- resource_limit: unlike those before, 268
SELECT repeat('x', ascii('z') * 10000000)

-- resource_limit: unlike those before, 269
SELECT repeat('x', '1000000000'::int)

-- resource_limit: unlike those before, 270
SELECT repeat('x', ('1' || '000000000')::int)

-- resource_limit: unlike those before, 271
SELECT repeat('x', extract(epoch FROM now())::int)

-- resource_limit: unlike those before, 272
SELECT repeat('x', (2 ^ 30)::int)

-- resource_limit: unlike those before, 273
SELECT repeat('x', 1 << 30)

-- resource_limit: unlike those before, 274
SELECT repeat('x', CASE WHEN true THEN 1000000000 ELSE 1 END)

-- resource_limit: unlike those before, 275
SELECT repeat('x', greatest(1, 1000000000))

-- resource_limit: unlike those before, 276
SELECT repeat('x', sum(1000000000)::int) FROM regions

-- resource_limit: unlike those before, 277
SELECT repeat('x', i) FROM generate_series(100000000, 100000010) i

-- resource_limit: unlike those before, 278
SELECT repeat('x', n) FROM (VALUES (1), (1000000000)) v(n)

-- resource_limit: unlike those before, 279
SELECT repeat('x', (ARRAY[1000000000])[1])

-- resource_limit: unlike those before, 280
SELECT repeat('x', ('{"a": 1000000000}'::jsonb ->> 'a')::int)

-- resource_limit: unlike those before, 281
SELECT repeat('x', to_number('1000000000', '9999999999')::int)

-- resource_limit: unlike those before, 282
SELECT repeat('x', factorial(12)::int)

-- resource_limit: unlike those before, 283
SELECT 'x' || lpad('', 2000000000, 'y')

-- resource_limit: unlike those before, 284
SELECT to_char(now(), repeat('YYYY', 100000))

-- resource_limit: unlike those before, 285
SELECT format('%s%s%s', repeat('x', 100000000), 1, 2)

-- resource_limit: unlike those before, 286
SELECT string_to_array(repeat('a,', 100000000), ',')

-- resource_limit: unlike those before, 287
SELECT encode(convert_to(repeat('x', 100000000), 'UTF8'), 'base64')

-- resource_limit: unlike those before, 288
SELECT ('[' || repeat('1,', 10000000) || '1]')::jsonb

-- resource_limit: unlike those before, 289
SELECT repeat('[', 10000000)::json

-- resource_limit: unlike those before, 290
SELECT repeat('[', 100000)::jsonb

-- resource_limit: unlike those before, 291
SELECT repeat('{', 100000)::int[]

-- type_not_allowed: unlike those before, 292
SELECT '{{{{{{{1}}}}}}}'::int[][][][][][][]

-- resource_limit: unlike those before, 293
SELECT (1e100000)::numeric

-- resource_limit: unlike those before, 294
SELECT 1e1000::numeric * 1e1000 * 1e1000 * 1e1000 * 1e1000 * 1e1000

-- resource_limit: unlike those before, 295
SELECT numeric '1e130000' / 3

-- resource_limit: unlike those before, 296
SELECT sqrt(numeric '1e130000')

-- resource_limit: unlike those before, 297
SELECT ln(numeric '1e100000')

-- resource_limit: unlike those before, 298
SELECT 2::numeric ^ 100000.5

-- resource_limit: unlike those before, 299
SELECT power(2::numeric, '100000')

-- resource_limit: unlike those before, 300
SELECT power(total_amount, 10000) FROM orders

-- resource_limit: unlike those before, 301
SELECT mod(factorial(5000), 7)

-- resource_limit: unlike those before, 302
SELECT round(1.0 / 3.0, 100000)

-- resource_limit: unlike those before, 303
SELECT trim_scale(repeat('1', 100000)::numeric)

-- resource_limit: unlike those before, 304
SELECT repeat('1', 131000)::numeric * repeat('1', 131000)::numeric

-- resource_limit: unlike those before, 305
SELECT set_bit(B'1', 0, 1), repeat('1', 80000000)::varbit

-- resource_limit: unlike those before, 306
SELECT decode(repeat('00', 100000000), 'hex')

-- resource_limit: unlike those before, 307
SELECT ts_headline('english', repeat('red shoe ', 1000000), 'red'::tsquery)

-- resource_limit: unlike those before, 308
SELECT to_tsvector('english', repeat('red shoe ', 10000000))

-- unsafe_pattern: unlike those before, 309
SELECT jsonb_path_query('"aa"', ('$ ? (@ like_regex "(a)' || chr(92) || chr(92) || '1")')::jsonpath)

-- unsafe_pattern: unlike those before, 310
SELECT email ~ E'(a)\x5c1' FROM users

-- unsafe_pattern: unlike those before, 311
SELECT email ~ U&'(a)\005c1' FROM users

-- unsafe_pattern: unlike those before, 312
SELECT email ~ $$(a)\1$$ FROM users

-- unsafe_pattern: unlike those before, 313
SELECT email ~ '***:(a)\1' FROM users

-- unsafe_pattern: unlike those before, 314
SELECT email ~ '(?e)\(a\)\1' FROM users

-- unsafe_pattern: unlike those before, 315
SELECT email ~ '(?b)\(a\)\1' FROM users

-- unsafe_pattern: unlike those before, 316
SELECT email ~ '[[.a.]](b)\1' FROM users

-- unsafe_pattern: unlike those before, 317
SELECT regexp_replace(email, '(a)\1', '') FROM users

-- unsafe_pattern: unlike those before, 318
SELECT regexp_split_to_array(email, '(.)\1') FROM users

-- unsafe_pattern: unlike those before, 319
SELECT email SIMILAR TO '(a)\1' FROM users

-- unsafe_pattern: unlike those before, 320
SELECT substring(email FROM '(.)\1') FROM users

-- unsafe_pattern: unlike those before, 321
SELECT substring(email SIMILAR '%#"(a)\1#"%' ESCAPE '#') FROM users

-- unsafe_pattern: unlike those before, 322
SELECT split_part(email, '@', 1) ~ notes FROM users, orders WHERE users.user_id = orders.user_id

-- unsafe_pattern: unlike those before, 323
SELECT email ~ concat('(a)', '\1') FROM users

-- unsafe_pattern: unlike those before, 324
SELECT email ~ replace('(a)X1', 'X', '\') FROM users

-- unsafe_pattern: unlike those before, 325
SELECT email ~ (SELECT '(a)\1') FROM users

-- unsafe_pattern: unlike those before, 326
SELECT email ~ ANY (ARRAY['(a)\1']) FROM users

-- unsafe_pattern: unlike those before, 327
SELECT email ~ ANY ('{"(a)\\\\1"}') FROM users

-- unsafe_pattern: unlike those before, 328
SELECT email ~ CASE WHEN true THEN '(a)\1' END FROM users

-- unsafe_pattern: unlike those before, 329
SELECT email ~ coalesce(NULL, '(a)\1') FROM users

-- unsafe_pattern: unlike those before, 330
SELECT 'x{1,255}' ~ '(((((x{1,255}){1,255}){1,255}){1,255}){1,255})'

-- type_not_allowed: unlike those before, 331
SELECT x.email FROM users x, LATERAL (SELECT x.email::regclass) y

-- type_not_allowed: unlike those before, 332
SELECT 'pg_authid'::text::regclass

-- type_not_allowed: unlike those before, 333
SELECT ('pg_authid'::regclass)::oid

-- type_not_allowed: unlike those before, 334
SELECT CAST(1 AS regtype)

-- type_not_allowed: unlike those before, 335
SELECT nullif('pg_authid'::regclass, NULL)

-- type_not_allowed: unlike those before, 336
SELECT 1 = ANY ('{1}'::oid[])

-- type_not_allowed: unlike those before, 337
SELECT JSON_QUERY('{"a":"pg_authid"}'::jsonb, '$.a' RETURNING regclass OMIT QUOTES)

-- type_not_allowed: unlike those before, 338
SELECT JSON_OBJECT('a': 1 RETURNING regclass)

-- type_not_allowed: unlike those before, 339
SELECT x.* FROM JSON_TABLE('[1]'::jsonb, '$[*]' COLUMNS (NESTED PATH '$' COLUMNS (a regrole PATH '$'))) x

-- system_relation: unlike those before, 340
SELECT * FROM JSON_TABLE((SELECT to_jsonb(pg_authid) FROM pg_authid LIMIT 1), '$' COLUMNS (a text PATH '$.rolpassword')) t

-- type_not_allowed: unlike those before, 341
SELECT * FROM json_to_record('{"a":1}') AS t(a pg_authid)

-- type_not_allowed: unlike those before, 342
SELECT * FROM json_to_record('{"a":1}') AS t(a users)

-- unsupported_syntax: unlike those before, 343
SELECT (jsonb_to_record('{}')).a

-- system_relation: unlike those before, 344
SELECT row_to_json(pg_roles) FROM pg_roles

-- system_relation: unlike those before, 345
SELECT (SELECT string_agg(rolname, ',') FROM pg_authid)

-- system_relation: unlike those before, 346
WITH RECURSIVE pg_authid AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM pg_authid WHERE x < 3), y AS (SELECT rolname FROM pg_catalog.pg_authid) SELECT * FROM y

-- system_relation: unlike those before, 347
SELECT 1 FROM users WHERE (SELECT true FROM pg_authid LIMIT 1)

-- system_relation: unlike those before, 348
SELECT 1 FROM users GROUP BY (SELECT rolname FROM pg_authid LIMIT 1)

-- system_relation: unlike those before, 349
SELECT 1 FROM users HAVING (SELECT count(*) FROM pg_authid) > 0

-- system_relation: unlike those before, 350
SELECT 1 FROM users ORDER BY (SELECT rolname FROM pg_authid LIMIT 1)

-- system_relation: unlike those before, 351
SELECT 1 FROM users LIMIT (SELECT count(*) FROM pg_authid)

-- system_relation: unlike those before, 352
SELECT 1 FROM users WINDOW w AS (PARTITION BY (SELECT rolname FROM pg_authid LIMIT 1))

-- system_relation: unlike those before, 353
SELECT DISTINCT ON ((SELECT rolname FROM pg_authid LIMIT 1)) 1 FROM users

-- system_relation: unlike those before, 354
SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM pg_authid)) FROM users

-- system_relation: unlike those before, 355
SELECT percentile_cont((SELECT count(*) FROM pg_authid)) WITHIN GROUP (ORDER BY total_amount) FROM orders

-- system_relation: unlike those before, 356
SELECT rank((SELECT rolname FROM pg_authid LIMIT 1)) WITHIN GROUP (ORDER BY status) FROM orders

-- system_relation: unlike those before, 357
SELECT * FROM generate_series(1, (SELECT count(*) FROM pg_authid))

-- system_relation: unlike those before, 358
SELECT * FROM users TABLESAMPLE SYSTEM ((SELECT count(*) FROM pg_authid))

-- system_relation: unlike those before, 359
VALUES ((SELECT rolname FROM pg_authid LIMIT 1))

-- system_relation: unlike those before, 360
SELECT GROUPING((SELECT 1 FROM pg_authid)) FROM users GROUP BY 1

-- function_not_allowed: unlike those before, 361
SELECT overlaps(pg_sleep(1), pg_sleep(1), pg_sleep(1), pg_sleep(1))

-- function_not_allowed: unlike those before, 362
SELECT extract(epoch FROM pg_postmaster_start_time())

-- function_not_allowed: unlike those before, 363
SELECT now() - pg_conf_load_time()

-- function_not_allowed: unlike those before, 364
SELECT position('a' IN current_setting('data_directory'))

-- function_not_allowed: unlike those before, 365
SELECT trim(BOTH FROM current_user::text)

-- function_not_allowed: unlike those before, 366
SELECT normalize(pg_read_file('x'))

-- function_not_allowed: unlike those before, 367
SELECT current_setting('x') AT TIME ZONE 'UTC'

-- function_not_allowed: unlike those before, 368
SELECT LOCALTIMESTAMP, SESSION_USER

-- function_not_allowed: unlike those before, 369
SELECT SYSTEM_USER

-- syntax_error: unlike those before, 370
SELECT * FROM users WHERE CURRENT OF c

-- function_not_allowed: unlike those before, 371
SELECT pg_catalog.pg_table_is_visible(1)

-- function_not_allowed: unlike those before, 372
SELECT pg_ls_waldir(), pg_ls_logdir(), pg_ls_tmpdir()

-- function_not_allowed: unlike those before, 373
SELECT pg_read_binary_file('x')

-- function_not_allowed: unlike those before, 374
SELECT pg_stat_get_activity(NULL)

-- function_not_allowed: unlike those before, 375
SELECT * FROM pg_stat_get_activity(1)

-- function_not_allowed: unlike those before, 376
SELECT pg_get_functiondef(1), pg_get_constraintdef(1), pg_get_expr('x', 1)

-- function_not_allowed: unlike those before, 377
SELECT pg_encoding_to_char(1), pg_char_to_encoding('x')

-- function_not_allowed: unlike those before, 378
SELECT pg_is_in_recovery(), pg_last_wal_receive_lsn()

-- function_not_allowed: unlike those before, 379
SELECT pg_control_system()

-- function_not_allowed: unlike those before, 380
SELECT pg_get_keywords()

-- function_not_allowed: unlike those before, 381
SELECT * FROM pg_timezone_names()

-- function_not_allowed: unlike those before, 382
SELECT * FROM pg_available_extensions()

-- function_not_allowed: unlike those before, 383
SELECT has_schema_privilege('public', 'USAGE'), has_any_column_privilege('users', 'SELECT')

-- function_not_allowed: unlike those before, 384
SELECT pg_has_role('postgres', 'USAGE')

-- function_not_allowed: unlike those before, 385
SELECT col_description(1, 1), shobj_description(1, 'x')

-- function_not_allowed: unlike those before, 386
SELECT pg_my_temp_schema(), current_schemas(true)

-- function_not_allowed: unlike those before, 387
SELECT txid_snapshot_xmin(txid_current_snapshot())

-- function_not_allowed: unlike those before, 388
SELECT pg_size_bytes('1GB'), pg_tablespace_size('x'), pg_total_relation_size('users')

-- function_not_allowed: unlike those before, 389
SELECT pg_blocking_pids(1), pg_safe_snapshot_blocking_pids(1)

-- function_not_allowed: unlike those before, 390
SELECT pg_log_backend_memory_contexts(1)

-- function_not_allowed: unlike those before, 391
SELECT pg_promote()

-- function_not_allowed: unlike those before, 392
SELECT pg_prewarm('users')

-- function_not_allowed: unlike those before, 393
SELECT lo_get(1), lo_put(1, 0, 'x'), lo_unlink(1), loread(1, 1), lowrite(1, 'x')

-- function_not_allowed: unlike those before, 394
SELECT be_lo_unlink(1)

-- function_not_allowed: unlike those before, 395
SELECT schema_to_xml('public', true, true, ''), xmlagg(x) FROM (SELECT 1 AS x) s

-- function_not_allowed: unlike those before, 396
SELECT xmlelement(name a, 1)

-- function_not_allowed: unlike those before, 397
SELECT xmlserialize(CONTENT x AS text) FROM (SELECT '<a/>' AS x) s

-- function_not_allowed: unlike those before, 398
SELECT '<a/>' IS DOCUMENT

-- function_not_allowed: unlike those before, 399
SELECT xmlexists('/a' PASSING '<a/>')

-- function_not_allowed: unlike those before, 400
SELECT unaccent('x'), similarity('a','b'), crypt('a', 'b'), gen_salt('bf', 31)

-- function_not_allowed: unlike those before, 401
SELECT pgp_sym_encrypt('a', 'b')

-- function_not_allowed: unlike those before, 402
SELECT http_get('http://evil')

-- unknown_table: unlike those before, 403
SELECT * FROM file_fdw

-- function_not_allowed: unlike those before, 404
SELECT plv8_version()

-- function_not_allowed: unlike those before, 405
SELECT eval('x')

-- function_not_allowed: unlike those before, 406
SELECT sum(DISTINCT pg_sleep(1)::text::int) FROM users

-- function_not_allowed: unlike those before, 407
SELECT string_agg(email, pg_sleep(1)::text) FROM users

-- function_not_allowed: unlike those before, 408
SELECT array_agg(email ORDER BY pg_sleep(1)) FROM users

-- function_not_allowed: unlike those before, 409
SELECT lag(email, pg_backend_pid()) OVER () FROM users

-- function_not_allowed: unlike those before, 410
SELECT ntile(pg_backend_pid()) OVER () FROM users

-- function_not_allowed: unlike those before, 411
SELECT x FROM (SELECT 1 AS x ORDER BY pg_sleep(1)) s

-- function_not_allowed: unlike those before, 412
SELECT 1 EXCEPT SELECT length(pg_sleep(1)::text)

-- function_not_allowed: unlike those before, 413
SELECT 1 FROM users u JOIN orders o ON pg_sleep(1) IS NULL

-- function_not_allowed: unlike those before, 414
SELECT * FROM users NATURAL JOIN (SELECT pg_sleep(1)) s

-- function_not_allowed: unlike those before, 415
SELECT ALL (pg_sleep(1))

-- function_not_allowed: unlike those before, 416
SELECT pg_sleep /* x */ (1)

-- function_not_allowed: unlike those before, 417
SELECT "pg_sleep"(1)

-- function_not_allowed: unlike those before, 418
SELECT pg_catalog . pg_sleep (1)

-- syntax_error: unlike those before, 419
SELECT E'\u0000'

-- syntax_error: unlike those before, 420
SELECT 1 AS "a"b"

-- syntax_error: unlike those before, 421
SELECT 'a' 'b'

-- syntax_error: unlike those before, 422
SELECT $a$ $b$ $a$; DROP TABLE users; $b$

-- multiple_statements: unlike those before, 423
SELECT '\'; DROP TABLE users; --'

-- multiple_statements: unlike those before, 424
SELECT 1 --
; DROP TABLE users

-- syntax_error: unlike those before, 425
SELECT /* /* */ 1; DROP TABLE users

-- multiple_statements: unlike those before, 426
SELECT 1 /* /* */ */ ; DROP TABLE users

-- not_a_query: unlike those before, 427
GRANT ALL ON users TO PUBLIC

-- not_a_query: unlike those before, 428
ALTER SYSTEM SET x = 1

-- not_a_query: unlike those before, 429
VACUUM

-- not_a_query: unlike those before, 430
ANALYZE users

-- not_a_query: unlike those before, 431
REFRESH MATERIALIZED VIEW x

-- not_a_query: unlike those before, 432
CHECKPOINT

-- not_a_query: unlike those before, 433
DISCARD ALL

-- not_a_query: unlike those before, 434
FETCH ALL FROM c

-- not_a_query: unlike those before, 435
CLOSE ALL

-- not_a_query: unlike those before, 436
NOTIFY x

-- not_a_query: unlike those before, 437
SECURITY LABEL ON TABLE users IS 'x'

-- not_a_query: unlike those before, 438
IMPORT FOREIGN SCHEMA x FROM SERVER y INTO z

-- not_a_query: unlike those before, 439
CREATE VIEW v AS SELECT 1

-- locking_clause: unlike those before, 440
SELECT * FROM users FOR NO KEY UPDATE OF users SKIP LOCKED

-- not_a_query: unlike those before, 441
WITH t AS (SELECT 1) DELETE FROM users

-- writes_data: unlike those before, 442
WITH t AS (INSERT INTO users DEFAULT VALUES RETURNING 1) TABLE t

-- writes_data: unlike those before, 443
WITH t AS (MERGE INTO users USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE RETURNING 1) SELECT * FROM t

-- function_not_allowed: unlike those before, 444
WITH t AS MATERIALIZED (SELECT set_config('a.b', 'c', false)) SELECT * FROM t

-- syntax_error: unlike those before, 445
SELECT * FROM users AS OF SYSTEM TIME '-1h'

-- cross_join: unlike those before, 446
SELECT count(*) FROM users a, users b, users c, users d, users e, users f, users g

-- cross_join: unlike those before, 447
SELECT count(*) FROM order_items a CROSS JOIN order_items b CROSS JOIN order_items c CROSS JOIN order_items d

-- cross_join: unlike those before, 448
SELECT (SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e)

-- cross_join: unlike those before, 449
SELECT 1 WHERE EXISTS (SELECT FROM orders a, orders b, orders c, orders d, orders e, orders f HAVING count(*) > 1)
