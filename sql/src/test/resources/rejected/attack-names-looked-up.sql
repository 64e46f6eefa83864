-- function_not_allowed: names looked up 1
SELECT xpath_exists('/a', '<a/>'::xml)

-- function_not_allowed: names looked up 2
SELECT xmlroot('<a/>'::xml, version '1.0')

-- function_not_allowed: names looked up 3
SELECT ts_rewrite('a & b'::tsquery, 'a'::tsquery, 'c'::tsquery)

-- function_not_allowed: names looked up 4
SELECT ts_headline('hr.conf', 'x', 'x'::tsquery)

-- type_not_allowed: names looked up 5
SELECT 'users'::text::regclass

-- type_not_allowed: names looked up 6
SELECT ('us' || 'ers')::regclass

-- type_not_allowed: names looked up 7
SELECT 'lower'::regproc

-- type_not_allowed: names looked up 8
SELECT '+'::regoper, '+(int4,int4)'::regoperator

-- type_not_allowed: names looked up 9
SELECT 'int4'::regtype

-- type_not_allowed: names looked up 10
SELECT 'english'::regconfig, 'simple'::regdictionary

-- type_not_allowed: names looked up 11
SELECT 'public'::regnamespace, 'C'::regcollation

-- type_not_allowed: names looked up 12
SELECT CAST(12345 AS oid)

-- type_not_allowed: names looked up 13
SELECT '1'::xid, '1'::cid, '(0,1)'::tid

-- type_not_allowed: names looked up 14
SELECT 'postgres=r/postgres'::aclitem

-- type_not_allowed: names looked up 15
SELECT 'x'::refcursor

-- type_not_allowed: names looked up 16
SELECT 'x'::cstring

-- type_not_allowed: names looked up 17
SELECT 'x'::name

-- type_not_allowed: names looked up 18
SELECT NULL::record

-- type_not_allowed: names looked up 19
SELECT NULL::information_schema.sql_identifier

-- type_not_allowed: names looked up 20
SELECT NULL::pg_catalog.pg_user

-- type_not_allowed: names looked up 21
SELECT NULL::anyelement

-- type_not_allowed: names looked up 22
SELECT '1'::void

-- type_not_allowed: names looked up 23
SELECT 'x'::public.citext

-- type_not_allowed: names looked up 24
SELECT '{}'::public.citext[]

-- type_not_allowed: names looked up 25
SELECT 5::public.score

-- parameter: names looked up 26
SELECT $1::text FROM users LIMIT $2

-- function_not_allowed: names looked up 27
SELECT pg_get_viewdef('revenue_by_region'::regclass)

-- function_not_allowed: names looked up 28
SELECT json_populate_record(NULL::users, '{}')

-- function_not_allowed: names looked up 29
SELECT jsonb_populate_recordset(NULL::users, '[]')

-- function_not_allowed: names looked up 30
SELECT jsonb_populate_record_valid(NULL::users, '{}')

-- syntax_error: names looked up 31
SELECT * FROM xmltable('/r' PASSING '<r/>'::xml COLUMNS a int)
