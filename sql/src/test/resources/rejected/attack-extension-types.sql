-- function_not_allowed: extension types 1
SELECT hstore('a', 'b'), attributes FROM customers

-- function_not_allowed: extension types 2
SELECT akeys(attributes) FROM customers

-- opaque_column: extension types 3
SELECT email = 'x' FROM customers

-- opaque_column: extension types 4
SELECT * FROM customers a JOIN customers b ON a.email = b.email

-- opaque_column: extension types 5
SELECT * FROM customers ORDER BY 2

-- opaque_column: extension types 6
SELECT email FROM customers EXCEPT SELECT email FROM customers

-- opaque_column: extension types 7
SELECT row_number() OVER (PARTITION BY email) FROM customers

-- opaque_column: extension types 8
SELECT count(*) FROM customers GROUP BY GROUPING SETS ((email))

-- opaque_column: extension types 9
SELECT array_agg(email) FROM customers

-- opaque_column: extension types 10
SELECT string_agg(email, ',') FROM customers

-- opaque_column: extension types 11
SELECT min(email) FROM customers

-- opaque_column: extension types 12
SELECT CASE WHEN true THEN email END FROM customers

-- opaque_column: extension types 13
SELECT concat(email, 'x') FROM customers

-- opaque_column: extension types 14
SELECT to_json(email) FROM customers

-- opaque_column: extension types 15
SELECT jsonb_build_object('a', email) FROM customers

-- opaque_column: extension types 16
SELECT customers::text FROM customers

-- opaque_column: extension types 17
SELECT (customers).email || 'x' FROM customers

-- opaque_column: extension types 18
SELECT email LIKE 'a%' FROM customers

-- opaque_column: extension types 19
SELECT NOT (email IS DISTINCT FROM 'x') FROM customers

-- opaque_column: extension types 20
SELECT email FROM customers c WHERE c = c

-- opaque_column: extension types 21
SELECT ROW(email) FROM customers

-- opaque_column: extension types 22
SELECT length(email::varchar(3)) FROM customers
