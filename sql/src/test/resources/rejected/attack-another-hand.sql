-- function_not_allowed: a file of the server in a filter
SELECT count(*) FROM users WHERE email = pg_read_file('/etc/passwd')

-- function_not_allowed: a file read from a default of a JSON_TABLE column
SELECT * FROM JSON_TABLE('{}'::jsonb, '$' COLUMNS (a text PATH '$.a' DEFAULT pg_read_file('/etc/hostname') ON EMPTY)) t

-- function_not_allowed: a directory listed by lateral
SELECT u.email, d FROM users u, LATERAL pg_ls_dir('.') d

-- function_not_allowed: logs listed
SELECT * FROM pg_ls_logdir()

-- function_not_allowed: the write ahead log listed
SELECT name FROM pg_ls_waldir() LIMIT 1

-- function_not_allowed: archives listed
SELECT * FROM pg_ls_archive_statusdir()

-- function_not_allowed: temporary files listed
SELECT * FROM pg_ls_tmpdir()

-- function_not_allowed: the current log file
SELECT pg_current_logfile()

-- function_not_allowed: the configuration file
SELECT * FROM pg_show_all_file_settings()

-- function_not_allowed: rules of authentication
SELECT * FROM pg_hba_file_rules()

-- function_not_allowed: a large object made
SELECT lo_create(0)

-- function_not_allowed: a large object from bytes
SELECT lo_from_bytea(0, 'x')

-- function_not_allowed: a large object written
SELECT lo_put(1, 0, 'x')

-- function_not_allowed: a large object opened in a join
SELECT 1 FROM orders o JOIN users u ON lo_open(1, 131072) = 0

-- function_not_allowed: a large object cut
SELECT lo_truncate(0, 0) FROM regions

-- function_not_allowed: a large object removed by a filter
SELECT count(*) FILTER (WHERE lo_unlink(1) = 1) FROM users

-- function_not_allowed: another database by dblink
SELECT * FROM dblink('dbname=postgres', 'SELECT 1') AS t(a int)

-- function_not_allowed: dblink connects
SELECT dblink_connect('host=10.0.0.1')

-- function_not_allowed: an advisory lock in ORDER BY
SELECT email FROM users ORDER BY pg_advisory_lock(1)::text

-- function_not_allowed: an advisory lock tried in a window
SELECT count(*) OVER (PARTITION BY pg_try_advisory_xact_lock(1)) FROM users

-- function_not_allowed: advisory locks released
SELECT pg_advisory_unlock_all()

-- function_not_allowed: a setting by COALESCE
SELECT coalesce(set_config('statement_timeout', '0', false), '')

-- function_not_allowed: a setting in GREATEST
SELECT greatest(1, length(set_config('role', 'postgres', true)))

-- function_not_allowed: a seed set for the session
SELECT setseed(0.5)

-- function_not_allowed: a setting read that is secret
SELECT current_setting('ssl_key_file')

-- function_not_allowed: a setting of an owner
SELECT current_setting('app.secret_key', true)

-- function_not_allowed: the data folder
SELECT current_setting('data_directory')

-- function_not_allowed: a setting by an expression
SELECT current_setting('data_' || 'directory')

-- function_not_allowed: sleeping by interval
SELECT pg_sleep_for('5 minutes')

-- function_not_allowed: sleeping until
SELECT pg_sleep_until('tomorrow')

-- function_not_allowed: sleeping in a VALUES list
VALUES (1), ((SELECT 1 FROM pg_sleep(3)))

-- function_not_allowed: sleeping in a CASE that looks dead
SELECT CASE WHEN false THEN pg_sleep(9)::text ELSE 'x' END

-- function_not_allowed: sleeping in LIMIT
SELECT email FROM users LIMIT (SELECT length(pg_sleep(5)::text))

-- function_not_allowed: sleeping in a frame
SELECT sum(total_amount) OVER (ORDER BY order_date ROWS (SELECT 1 FROM pg_sleep(1)) PRECEDING) FROM orders

-- function_not_allowed: a query as text to XML
SELECT query_to_xml_and_xmlschema('SELECT * FROM hr.salaries', true, true, '')

-- function_not_allowed: a schema as XML
SELECT schema_to_xml('hr', true, true, '')

-- function_not_allowed: a table as XML
SELECT table_to_xml('hr.salaries', true, false, '')

-- function_not_allowed: statistics of a query text
SELECT word FROM ts_stat('SELECT to_tsvector(salary::text) FROM hr.salaries')

-- function_not_allowed: a rewrite of a search by a query
SELECT ts_rewrite('a & b'::tsquery, 'SELECT ''a''::tsquery, ''b''::tsquery')

-- function_not_allowed: a pair of tokens by a parser's name
SELECT * FROM ts_parse('default', 'x')

-- function_not_allowed: tokens of a configuration
SELECT * FROM ts_debug('public.evil', 'x')

-- function_not_allowed: a dictionary by name
SELECT ts_lexize('public.evil', 'x')

-- type_not_allowed: a configuration by a cast
SELECT to_tsvector('public.evil'::regconfig, email) FROM users

-- function_not_allowed: a cursor by name to XML
SELECT cursor_to_xml('c', 10, true, true, '')

-- writes_data: DML in a CTE that is read
WITH gone AS (DELETE FROM users RETURNING user_id) SELECT count(*) FROM gone

-- writes_data: MERGE in a CTE
WITH m AS (MERGE INTO users u USING regions r ON false WHEN NOT MATCHED THEN DO NOTHING RETURNING 1) SELECT 1

-- writes_data: an update deep in a nested WITH
SELECT * FROM (WITH a AS (WITH b AS (UPDATE users SET email = 'x' RETURNING 1) SELECT * FROM b) SELECT * FROM a) t

-- locking_clause: FOR NO KEY UPDATE
SELECT * FROM users FOR NO KEY UPDATE SKIP LOCKED

-- locking_clause: FOR KEY SHARE in a subquery
SELECT * FROM (SELECT user_id FROM users FOR KEY SHARE NOWAIT) t

-- locking_clause: FOR SHARE in a CTE
WITH l AS (SELECT * FROM orders FOR SHARE OF orders) SELECT 1 FROM l

-- select_into: INTO a temporary table
SELECT 1 INTO TEMP t

-- select_into: INTO in the left branch
SELECT user_id INTO UNLOGGED x FROM users UNION SELECT user_id FROM orders

-- system_relation: a temporary schema
SELECT * FROM pg_temp.users

-- system_relation: a temporary schema by number
SELECT * FROM pg_temp_3.secrets

-- system_relation: an unqualified system table hidden by case
SELECT * FROM "pg_shadow"

-- system_relation: a system view in capitals
SELECT USENAME, PASSWD FROM PG_SHADOW

-- system_relation: unicode escapes in an identifier
SELECT * FROM U&"\0070g_shadow"

-- system_relation: unicode escapes with an escape of their own
SELECT * FROM U&"!0070g_authid" UESCAPE '!'

-- function_not_allowed: unicode escapes in a function's name
SELECT U&"pg\005fsleep"(3)

-- function_not_allowed: a quoted function
SELECT "pg_catalog"."pg_sleep"(1)

-- operator_not_allowed: an operator by another schema
SELECT 1 OPERATOR(public.+) 2

-- operator_not_allowed: an operator by a schema on tables
SELECT * FROM orders WHERE status OPERATOR(pg_temp.=) 'x'

-- operator_not_allowed: an operator by schema in ANY
SELECT 1 OPERATOR(hr.=) ANY (ARRAY[1])

-- unsupported_syntax: order by an operator
SELECT email FROM users ORDER BY email USING OPERATOR(public.<)

-- type_not_allowed: a cast to regprocedure
SELECT 'pg_sleep(double precision)'::regprocedure

-- type_not_allowed: a cast to regnamespace
SELECT 'hr'::regnamespace

-- type_not_allowed: a cast to regtype in an array
SELECT ARRAY['public.score'::regtype]

-- type_not_allowed: a cast to regoperator
SELECT CAST('+(int4,int4)' AS regoperator)

-- type_not_allowed: a cast to regcollation
SELECT '"C"'::regcollation

-- type_not_allowed: a cast to regdictionary
SELECT 'simple'::regdictionary

-- type_not_allowed: a cast to a snapshot
SELECT '10:20:'::pg_snapshot

-- type_not_allowed: a cast to a log position
SELECT '0/0'::pg_lsn

-- type_not_allowed: a cast to the owner's domain
SELECT 5::score

-- type_not_allowed: a cast to the owner's domain, quoted
SELECT CAST(1 AS public."score")

-- type_not_allowed: a cast to a table's row type
SELECT '(1,2)'::users

-- type_not_allowed: a cast to a row type through a row
SELECT ROW(1, 'x')::public.regions

-- type_not_allowed: a cast of text to XML with an entity
SELECT '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'::xml

-- function_not_allowed: XMLPARSE of a document
SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a SYSTEM "http://10.0.0.1/x"><a/>')

-- function_not_allowed: XPATH over a cast
SELECT xpath('//a', '<a/>'::xml)

-- syntax_error: XMLTABLE
SELECT * FROM XMLTABLE('/a' PASSING '<a/>'::xml COLUMNS b text)

-- function_not_allowed: XMLSERIALIZE
SELECT XMLSERIALIZE(CONTENT doc AS text) FROM events

-- function_not_allowed: XMLELEMENT with content
SELECT xmlelement(name a, xmlattributes(email AS b), first_name) FROM users

-- unknown_column: system columns
SELECT ctid, xmin, xmax, cmin, cmax, tableoid FROM users

-- unknown_column: a system column by alias
SELECT u.tableoid::text FROM users u

-- unknown_column: a system column in USING
SELECT 1 FROM users a JOIN users b USING (ctid)

-- unknown_column: a system column in a natural order
SELECT email FROM users ORDER BY xmin

-- not_a_query: a cursor fetched
FETCH ALL FROM c

-- not_a_query: a prepared statement run
EXECUTE p(1)

-- unknown_table: a partition child directly
SELECT * FROM measurements_2024

-- table_not_allowed: a table that inherits, with a star
SELECT * FROM hr.salaries *

-- table_not_allowed: ONLY of a table that is kept back
SELECT * FROM ONLY (hr.salaries)

-- view_not_opened: a view of an owner
SELECT * FROM top_selling_products

-- view_not_opened: a materialised view
TABLE daily_sales

-- foreign_table: a foreign table in EXISTS
SELECT EXISTS (SELECT FROM remote_orders)

-- unknown_column: a row's field by a function's name
SELECT u.pg_sleep FROM users u

-- unknown_column: a row's field that is a function
SELECT (u).row_to_json FROM users u

-- function_not_allowed: a column called as a function
SELECT email(users) FROM users

-- table_not_allowed: a whole row cast to text for what is not shown
SELECT salaries::text FROM hr.salaries

-- unsupported_syntax: composite returning by star
SELECT (pg_stat_file('postgresql.conf')).*

-- unsupported_syntax: a field of a call
SELECT (pg_control_system()).system_identifier

-- system_relation: statements of others
SELECT query FROM pg_stat_activity

-- function_not_allowed: statements of others by function
SELECT * FROM pg_stat_get_activity(NULL)

-- system_relation: settings as a table
SELECT name, setting FROM pg_settings

-- function_not_allowed: roles by ACL
SELECT * FROM aclexplode('{=r/postgres}'::aclitem[])

-- function_not_allowed: who made a grant
SELECT makeaclitem(10, 10, 'SELECT', true)

-- function_not_allowed: a definition of a view
SELECT pg_get_viewdef('top_selling_products')

-- function_not_allowed: an expression deparsed
SELECT pg_get_expr('x', 0)

-- function_not_allowed: a function's definition
SELECT pg_get_functiondef(1)

-- resource_limit: a set-returning function in COALESCE
SELECT coalesce(generate_series(1, 1000000000), 0)

-- resource_limit: a series in LIMIT of a lateral
SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b

-- resource_limit: a series of seconds over centuries
SELECT count(*) FROM generate_series('0001-01-01'::timestamp, '9999-12-31'::timestamp, '1 microsecond')

-- resource_limit: a series by text
SELECT count(*) FROM generate_series('1'::int8, '9223372036854775807'::int8)

-- resource_limit: a series from a power
SELECT count(*) FROM generate_series(1, (10 ^ 12)::bigint)

-- resource_limit: a series from a length of a literal repeated
SELECT count(*) FROM generate_series(1, length(repeat('x', 10000)) * 1000000)

-- resource_limit: a series of numerics
SELECT sum(n) FROM generate_series(0.0, 1e12, 0.0001) n

-- resource_limit: a recursion that doubles texts
WITH RECURSIVE t(s) AS (SELECT 'x'::text UNION ALL SELECT s || s FROM t WHERE length(s) < 1000000000) SELECT length(s) FROM t

-- resource_limit: a recursion without an end
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT sum(n) FROM t

-- resource_limit: a recursion that crosses itself with a table
WITH RECURSIVE t AS (SELECT user_id FROM users UNION ALL SELECT o.user_id FROM orders o, t) SELECT count(*) FROM t

-- resource_limit: array_fill through a subquery
SELECT array_fill(0, (SELECT ARRAY[100000, 100000]))

-- resource_limit: array_fill of two dimensions
SELECT array_length(array_fill('x'::text, ARRAY[1000, 1000, 100]), 1)

-- resource_limit: repeat within repeat
SELECT repeat(repeat('x', 10000), 10000)

-- resource_limit: repeat by a column
SELECT repeat(email, 100000000) FROM users

-- resource_limit: repeat by a computed count
SELECT repeat('x', (2 ^ 30)::int)

-- resource_limit: lpad by a cast of text
SELECT lpad('x', '1000000000'::int)

-- resource_limit: rpad in an aggregate
SELECT string_agg(rpad(email, 10000000), '') FROM users

-- resource_limit: a format width
SELECT format('%1000000000s', 'x')

-- resource_limit: a format width by position
SELECT format('%1$*2$s', 'x', 1000000000)

-- cross_join: a concatenation of long literals by cross joins
SELECT string_agg(repeat('x', 10000), '') FROM orders a, orders b, orders c, orders d

-- resource_limit: a number of many digits
SELECT 10::numeric ^ 100000

-- resource_limit: a factorial
SELECT factorial(100000)

-- resource_limit: an exponent in a string
SELECT '1e131071'::numeric * '1e131071'::numeric

-- resource_limit: a log of a giant
SELECT ln(1e131000)

-- unsafe_pattern: a back-reference
SELECT 'aaaa' ~ '(a*)*\1b'

-- unsafe_pattern: a back-reference in replace
SELECT regexp_replace(email, '(.)\1', 'x') FROM users

-- unsafe_pattern: a pattern with nested counts
SELECT email ~ '((((a{1,200}){1,200}){1,200}){1,200})' FROM users

-- unsafe_pattern: a pattern from a column
SELECT regexp_matches(email, first_name) FROM users

-- unsafe_pattern: a pattern from a subquery
SELECT email ~ (SELECT review_text FROM reviews LIMIT 1) FROM users

-- unsafe_pattern: a pattern with an embedded option and reference
SELECT email ~ '(?i)(x)\1' FROM users

-- unsafe_pattern: SIMILAR TO from a column
SELECT email SIMILAR TO last_name FROM users

-- unsafe_pattern: like_regex from variables
SELECT jsonb_path_exists(payload, payload ->> 'p') FROM events

-- collation_not_allowed: a collation of the owner
SELECT email COLLATE "evil" FROM users

-- collation_not_allowed: a collation by schema
SELECT email COLLATE public."C" FROM users

-- function_not_allowed: sequence moved
SELECT nextval('users_id_seq')

-- function_not_allowed: sequence read
SELECT currval('s'), lastval()

-- unknown_table: sequence as a table
SELECT last_value FROM users_id_seq

-- function_not_allowed: a transaction's number
SELECT pg_current_xact_id()

-- function_not_allowed: a snapshot exported
SELECT pg_export_snapshot()

-- function_not_allowed: a back end ended
SELECT pg_terminate_backend(pg_backend_pid())

-- function_not_allowed: a back end cancelled in a subquery
SELECT (SELECT pg_cancel_backend(1))

-- function_not_allowed: configuration reloaded
SELECT pg_reload_conf()

-- function_not_allowed: logs rotated
SELECT pg_rotate_logfile()

-- function_not_allowed: a checkpoint by a restore point
SELECT pg_create_restore_point('x')

-- function_not_allowed: the log switched
SELECT pg_switch_wal()

-- function_not_allowed: a stand-by promoted
SELECT pg_promote()

-- function_not_allowed: a slot made
SELECT pg_create_physical_replication_slot('x')

-- function_not_allowed: a slot read
SELECT * FROM pg_logical_slot_get_changes('x', NULL, NULL)

-- function_not_allowed: a message emitted
SELECT pg_logical_emit_message(true, 'a', 'b')

-- function_not_allowed: statistics reset
SELECT pg_stat_reset()

-- function_not_allowed: a notification by function
SELECT pg_notify('c', 'x')

-- function_not_allowed: a collation imported
SELECT pg_import_system_collations('public')

-- function_not_allowed: rights asked
SELECT has_table_privilege('postgres', 'hr.salaries', 'select')

-- function_not_allowed: sizes on the disk
SELECT pg_total_relation_size('hr.salaries'), pg_database_size('postgres')

-- function_not_allowed: a file's path of a table
SELECT pg_relation_filepath('users')

-- function_not_allowed: a tablespace's path
SELECT pg_tablespace_location(1663)

-- function_not_allowed: the server's address
SELECT inet_server_addr(), inet_server_port(), inet_client_addr()

-- function_not_allowed: who is connected
SELECT user, current_role, current_catalog, current_schema

-- function_not_allowed: which database
SELECT current_database()

-- function_not_allowed: a start time
SELECT pg_postmaster_start_time()

-- function_not_allowed: a comment on an object
SELECT col_description(1, 1)

-- function_not_allowed: a JSON record of a table's type
SELECT * FROM json_populate_record(NULL::hr.salaries, '{}')

-- function_not_allowed: a JSON record set of a table's type
SELECT * FROM jsonb_populate_recordset(NULL::users, '[]')

-- type_not_allowed: a table function's row type
SELECT * FROM jsonb_to_record('{}') AS x(a users)

-- type_not_allowed: a polymorphic call of a domain
SELECT * FROM json_to_record('{"a":1}') AS x(a public.score)

-- type_not_allowed: JSON_QUERY that returns a domain
SELECT JSON_VALUE('{"a":1}'::jsonb, '$.a' RETURNING public.score)

-- type_not_allowed: JSON_SERIALIZE to a name
SELECT JSON_VALUE('"users"'::jsonb, '$' RETURNING regclass)

-- multiple_statements: a stacked statement behind a comment
SELECT 1 /* x */; /* y */ DROP TABLE users

-- multiple_statements: a stacked statement in a nested comment
SELECT 1 /* /* */ ; DELETE FROM users; */ ; DELETE FROM orders

-- multiple_statements: a carriage return ends no comment
SELECT 1 -- x	; DELETE FROM users
; DELETE FROM users

-- multiple_statements: escape strings
SELECT E'\'; DELETE FROM users; --'; DELETE FROM users

-- multiple_statements: dollar quoting
SELECT $x$;$x$; TRUNCATE users

-- syntax_error: a BOM and a second statement
﻿SELECT 1; VACUUM

-- not_a_query: EXPLAIN that runs
EXPLAIN (ANALYZE, BUFFERS) SELECT pg_sleep(1)

-- not_a_query: COPY of a query
COPY (SELECT 1) TO PROGRAM 'id'

-- not_a_query: a block of code
DO LANGUAGE plpgsql $$ BEGIN PERFORM 1; END $$

-- not_a_query: a procedure called
CALL evil()

-- not_a_query: the role changed
SET LOCAL ROLE postgres

-- not_a_query: the session ended
DISCARD ALL

-- not_a_query: a handler loaded
LOAD 'evil'

-- not_a_query: a table locked
LOCK TABLE users IN ACCESS EXCLUSIVE MODE

-- not_a_query: a database commented
COMMENT ON TABLE users IS 'x'

-- not_a_query: a security label
SECURITY LABEL ON TABLE users IS 'x'

-- not_a_query: a listener
UNLISTEN *

-- not_a_query: two phase
PREPARE TRANSACTION 'x'

-- not_a_query: a checkpoint
CHECKPOINT

-- not_a_query: a cluster order
CLUSTER users

-- not_a_query: an index rebuilt
REINDEX TABLE users

-- not_a_query: a refresh
REFRESH MATERIALIZED VIEW daily_sales

-- parameter: parameters of a type
SELECT $1::int

-- cross_join: a join of everything
SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e, orders f

-- cross_join: a cross join hidden by true
SELECT count(*) FROM order_items a JOIN order_items b ON true JOIN order_items c ON 1 = 1 JOIN order_items d ON a.quantity IS NOT NULL

-- unsupported_syntax: a sampling method of an extension
SELECT * FROM users TABLESAMPLE system_rows(1)

-- function_not_allowed: a sample of a subquery's function
SELECT * FROM users TABLESAMPLE BERNOULLI (length(pg_read_file('x')))

-- function_not_allowed: a seed by a function
SELECT * FROM users TABLESAMPLE BERNOULLI (1) REPEATABLE (length(set_config('a.b', 'c', false)))

-- function_not_allowed: a default operator class function
SELECT int4pl(1, 2), texteq('a', 'b')

-- function_not_allowed: an output function called
SELECT textout(email) FROM users

-- function_not_allowed: an input function called
SELECT regclassin('users')

-- function_not_allowed: a record read from text
SELECT record_in('(1)', 0, -1)

-- function_not_allowed: an array read by an input function
SELECT array_in('{users}', 2205, -1)

-- function_not_allowed: an estimate function
SELECT eqsel(NULL, 0, NULL, 0)

-- function_not_allowed: a trigger function
SELECT suppress_redundant_updates_trigger()

-- function_not_allowed: a language handler
SELECT plpgsql_call_handler()

-- function_not_allowed: a binary upgrade function
SELECT binary_upgrade_set_next_pg_type_oid(1)

-- function_not_allowed: a brin summary
SELECT brin_summarize_new_values('x')

-- function_not_allowed: a gin cleanup
SELECT gin_clean_pending_list('x')

-- function_not_allowed: the origin of replication
SELECT pg_replication_origin_create('x')

-- resource_limit: a date that is settled by a template bomb
SELECT to_char(now(), repeat('Month', 10000)) FROM generate_series(1, 1000000)

-- resource_limit: a translation of a long text
SELECT replace(repeat('a', 10000), 'a', repeat('b', 10000))

-- resource_limit: texts that grow by overlay
SELECT regexp_replace(repeat('a', 10000), 'a', repeat('b', 9999), 'g')

-- resource_limit: a json bomb
SELECT jsonb_build_array(repeat('x', 10000), repeat('y', 10000)) FROM generate_series(1, 1000000)

-- resource_limit: arrays that grow by concatenation
WITH RECURSIVE t(a) AS (SELECT ARRAY[1] UNION ALL SELECT a || a FROM t WHERE cardinality(a) < 1000000000) SELECT cardinality(a) FROM t

-- type_not_allowed: xid age
SELECT age('1'::xid)

-- table_not_allowed: a column of another table by a misspelt outer name
SELECT email, (SELECT salary FROM hr.salaries s WHERE s.user_id = u.user_id) FROM users u

-- unknown_table: an allowed name under another schema
SELECT * FROM sales.users

-- table_not_allowed: an alias that hides the kept back
SELECT users.salary FROM hr.salaries users

-- table_not_allowed: a CTE that shadows, then the real one
WITH salaries AS (SELECT 1 AS salary) SELECT s.salary FROM hr.salaries s
