-- opaque_column: sorted by its position behind UNION
SELECT id, email FROM customers UNION ALL SELECT id, email FROM customers ORDER BY 2

-- opaque_column: sorted by its name behind UNION
SELECT id, email FROM customers UNION ALL SELECT id, email FROM customers ORDER BY email

-- unknown_column: a position that is not there
SELECT id FROM customers UNION ALL SELECT id FROM customers ORDER BY 2

-- unknown_column: an expression behind UNION
SELECT id FROM customers UNION ALL SELECT id FROM customers ORDER BY id + 1

-- opaque_column: searched by
WITH RECURSIVE t(email) AS (SELECT email FROM customers UNION ALL SELECT c.email FROM customers c, t WHERE c.email IS NULL OR t.email IS NULL) SEARCH DEPTH FIRST BY email SET o SELECT * FROM t

-- unknown_column: searched by what is not there
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SEARCH DEPTH FIRST BY m SET o SELECT n FROM t

-- collation_not_allowed: a name of three parts
SELECT email COLLATE shop.pg_catalog."C" FROM users

-- collation_not_allowed: of the owner
SELECT email COLLATE public."C" FROM users

-- operator_not_allowed: before a subquery
SELECT 1 FROM users WHERE email <=> ANY (SELECT notes FROM orders)

-- operator_not_allowed: before an array
SELECT 1 FROM users WHERE email <=> ALL (ARRAY['a'])

-- operator_not_allowed: of another schema before a subquery
SELECT 1 FROM users WHERE email OPERATOR(public.=) ANY (SELECT notes FROM orders)

-- operator_not_allowed: of another schema before an array
SELECT 1 FROM users WHERE email OPERATOR(public.=) ANY (ARRAY['a'])

-- operator_not_allowed: a name of three parts
SELECT 1 OPERATOR(a.pg_catalog.=) ANY (ARRAY[1])

-- unsafe_pattern: patterns of a subquery
SELECT 1 FROM users WHERE email ~ ALL (SELECT notes FROM orders)

-- ambiguous_column: USING a column that is there twice
SELECT 1 FROM orders a JOIN orders b ON a.order_id = b.order_id JOIN payments p USING (order_id)

-- opaque_column: as the operand of CASE
SELECT CASE email WHEN 'a' THEN 1 END FROM customers

-- opaque_column: in a row
SELECT (id, email) = (1, 'a') FROM customers
