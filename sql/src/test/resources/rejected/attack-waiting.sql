-- function_not_allowed: waiting 1
SELECT pg_sleep_for('1 hour')

-- function_not_allowed: waiting 2
SELECT pg_sleep_until('tomorrow')

-- function_not_allowed: waiting 3
SELECT * FROM users WHERE user_id::text = (SELECT pg_sleep(5)::text)

-- function_not_allowed: waiting 4
SELECT "pg_catalog"."pg_sleep"(5)

-- type_not_allowed: waiting 5
SELECT 'pg_sleep(double precision)'::regprocedure

-- function_not_allowed: waiting 6
SELECT to_regproc('pg_sleep'), to_regrole('postgres'), to_regtype('int'), to_regnamespace('hr')

-- syntax_error: waiting 7
{call pg_sleep(1)}

-- function_not_allowed: waiting 8
SELECT 1 UNION SELECT pg_sleep(1)::text::int

-- function_not_allowed: waiting 9
SELECT 1 WHERE 1 IN (SELECT pg_sleep(1)::text::int)

-- function_not_allowed: waiting 10
SELECT * FROM (VALUES (pg_sleep(1))) v

-- function_not_allowed: waiting 11
SELECT * FROM users u LEFT JOIN LATERAL (SELECT pg_sleep(1)) x ON u.user_id IS NOT NULL

-- function_not_allowed: waiting 12
SELECT * FROM users u JOIN orders o ON pg_sleep(1) IS NULL

-- function_not_allowed: waiting 13
SELECT DISTINCT ON (pg_sleep(1)) 1 FROM users

-- function_not_allowed: waiting 14
SELECT/**/pg_sleep(1)

-- function_not_allowed: waiting 15
SELECT pg_sleep /* x */ (1)

-- unknown_column: waiting 16
SELECT email.pg_sleep FROM users AS email
