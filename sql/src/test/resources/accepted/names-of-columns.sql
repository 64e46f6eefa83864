-- what PostgreSQL calls a column without a name
SELECT x."case", x.int4, x.max, x.column1, x.greatest, x."coalesce", x."array", x."row", x."exists", x.nullif, x.status FROM (SELECT CASE WHEN true THEN 1 ELSE 2 END, '1'::int, max(total_amount)::int, (VALUES (3)), GREATEST(1, 2), COALESCE(1, 2), ARRAY[1], ROW(1, 2), EXISTS (SELECT 1), NULLIF(1, 2), CASE WHEN status = 'a' THEN 'b' ELSE status END FROM orders GROUP BY status) x

-- of a subquery, a cast and an element
SELECT x.n, x.tags, x.region_name, x.least FROM (SELECT (SELECT count(*) AS n FROM orders), tags[1], (SELECT region_name FROM regions UNION SELECT 'x' ORDER BY 1 LIMIT 1), LEAST(id, 3)::bigint FROM events) x

-- of times and groups
SELECT x."current_date", x."grouping", x.date_trunc FROM (SELECT current_date, GROUPING(status), date_trunc('day', max(order_date)) FROM orders GROUP BY status) x

-- behind UNION, sorted by what may be, beside what may not
SELECT id, email FROM customers UNION ALL SELECT id, email FROM customers ORDER BY 1

-- searched by what may be, beside what may not
WITH RECURSIVE t(email, id) AS (SELECT email, id FROM customers UNION ALL SELECT c.email, c.id FROM customers c, t WHERE c.id = t.id + 1) SEARCH DEPTH FIRST BY id SET o SELECT id FROM t ORDER BY o

-- a collation of PostgreSQL's own by its whole name
SELECT first_name FROM users ORDER BY first_name COLLATE pg_catalog."C", user_id

-- an operator of PostgreSQL's own by its whole name
SELECT count(*) FROM users WHERE email OPERATOR(pg_catalog.=) ANY (SELECT notes FROM orders) OR 1 OPERATOR(pg_catalog.<) ALL (ARRAY[2, 3])
