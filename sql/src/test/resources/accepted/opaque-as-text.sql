-- a column that shows itself as text may be cast to it
SELECT email::text, lower(email::text), count(*) FROM customers GROUP BY 1, 2

-- and compared as text
SELECT id FROM customers WHERE email::text ILIKE 'a@%' OR CAST(email AS varchar) = 'x' ORDER BY email::text

-- through a subquery and a common table expression
WITH t AS (SELECT email FROM customers) SELECT DISTINCT x.email::text FROM (SELECT email FROM t) x

-- and through a union of all
SELECT u.email::text FROM (SELECT email FROM customers UNION ALL SELECT email FROM customers) u
