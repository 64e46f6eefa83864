-- function_not_allowed: more 1
SELECT * FROM postgres_fdw_get_connections()

-- function_not_allowed: more 2
SELECT set_config('search_path', 'hr', false)

-- operator_not_allowed: more 3
SELECT 1 !=- 1, 1 <%> 2

-- multiple_statements: more 4
SELECT 1; SELECT 2;

-- multiple_statements: more 5
SELECT 1;;SELECT 2

-- syntax_error: more 6
SELECT :'var'

-- syntax_error: more 7
SELECT ?

-- syntax_error: more 8
SELECT {fn now()}

-- parameter: more 9
SELECT $1

-- function_not_allowed: more 10
SELECT nextval('s'), currval('s'), lastval()

-- function_not_allowed: more 11
SELECT setval('s', 1, false)

-- function_not_allowed: more 12
SELECT brin_summarize_new_values('x')

-- function_not_allowed: more 13
SELECT gin_clean_pending_list('x')

-- function_not_allowed: more 14
SELECT plpgsql_call_handler()

-- function_not_allowed: more 15
SELECT fmgr_sql_validator(1)

-- function_not_allowed: more 16
SELECT regclassout(1), byteaout('x')

-- function_not_allowed: more 17
SELECT array_in('{1}', 23, -1)

-- function_not_allowed: more 18
SELECT record_in('(1)', 1, 1)

-- function_not_allowed: more 19
SELECT domain_in('x', 1, 1)

-- function_not_allowed: more 20
SELECT enum_in('x', 1)

-- function_not_allowed: more 21
SELECT int4_sum(1, 2), int8inc(1)

-- function_not_allowed: more 22
SELECT RI_FKey_check_ins()

-- function_not_allowed: more 23
SELECT suppress_redundant_updates_trigger()

-- function_not_allowed: more 24
SELECT format_type(25, NULL)

-- function_not_allowed: more 25
SELECT make_acl_item(1, 2)

-- function_not_allowed: more 26
SELECT aclexplode(NULL)

-- view_not_opened: more 27
SELECT * FROM daily_sales

-- unknown_table: more 28
SELECT * FROM "USERS"

-- function_not_allowed: more 29
SELECT U&"pg\005fread\005ffile"('x')

-- function_not_allowed: more 30
SELECT PG_READ_FILE('x')

-- function_not_allowed: more 31
SELECT uuid_generate_v4()

-- function_not_allowed: more 32
SELECT crypt('x', gen_salt('bf'))

-- function_not_allowed: more 33
SELECT similarity('a', 'b')

-- function_not_allowed: more 34
SELECT xpath_table('a', 'b', 'c', 'd', 'e')

-- function_not_allowed: more 35
SELECT sys_eval('id'), sys_exec('id')
