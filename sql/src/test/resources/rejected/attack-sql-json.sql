-- table_not_allowed: sql json 1
SELECT JSON_VALUE((SELECT json_agg(s)::jsonb FROM hr.salaries s), '$[0].salary')

-- table_not_allowed: sql json 2
SELECT JSON_OBJECT('a': (SELECT max(salary) FROM hr.salaries))

-- table_not_allowed: sql json 3
SELECT JSON_ARRAY(SELECT salary FROM hr.salaries)

-- table_not_allowed: sql json 4
SELECT * FROM JSON_TABLE((SELECT json_agg(s)::jsonb FROM hr.salaries s), '$[*]' COLUMNS (salary numeric PATH '$.salary'))

-- function_not_allowed: sql json 5
SELECT JSON_VALUE('{}', '$.a' DEFAULT pg_sleep(1)::text ON EMPTY)

-- type_not_allowed: sql json 6
SELECT JSON_QUERY('{}', '$.a' RETURNING regclass)

-- function_not_allowed: sql json 7
SELECT JSON_ARRAYAGG(pg_sleep(1)::text) FROM users

-- function_not_allowed: sql json 8
SELECT JSON_ARRAYAGG(1 ORDER BY pg_sleep(1)) FROM users

-- type_not_allowed: sql json 9
SELECT * FROM JSON_TABLE('[]', '$' COLUMNS (a regclass PATH '$'))

-- unsafe_pattern: sql json 10
SELECT * FROM JSON_TABLE('{}', '$ ? (@ like_regex "(a)\\1")' COLUMNS (a int PATH '$'))

-- unsafe_pattern: sql json 11
SELECT JSON_EXISTS(payload, payload ->> 'path') FROM events

-- opaque_column: sql json 12
SELECT JSON_SERIALIZE(JSON(email)) FROM customers

-- opaque_column: sql json 13
SELECT JSON_SCALAR(email) FROM customers
