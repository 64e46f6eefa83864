-- opaque_column: sorted by under its new name
SELECT j.k FROM (customers c JOIN events e ON e.id = c.id) AS j(k, mail) ORDER BY j.mail

-- opaque_column: compared under its new name
SELECT 1 FROM (customers c JOIN events e ON e.id = c.id) AS j(k, mail) WHERE mail = 'a@example.org'

-- opaque_column: grouped by, two aliases out
SELECT count(*) FROM ((customers c JOIN events e ON e.id = c.id) AS i(k, mail) JOIN regions r ON r.region_id = i.k) AS o(a, b) GROUP BY o.b

-- opaque_column: shared under its new name
SELECT 1 FROM (customers c JOIN events e ON e.id = c.id) AS j(k, mail) JOIN (SELECT 'a' AS mail) x USING (mail)

-- opaque_column: a wrong name for a harmless column does not open the one behind it
SELECT j.email || '!' FROM (customers c JOIN events e ON e.id = c.id) AS j(email, id) WHERE j.id = 'x'

-- unknown_column: more names than columns
SELECT 1 FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j(a, b, c, d, e, f, g, h, i)

-- unknown_column: the name that was replaced
SELECT j.region_id FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- unknown_column: a column of the system of a table inside
SELECT j.ctid FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- unknown_column: a column of the system without the name
SELECT xmin FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- unknown_table: a name inside is hidden by the alias
SELECT o.total_amount FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- unknown_table: a relation inside is hidden too
SELECT public.orders.total_amount FROM (orders JOIN regions USING (region_id)) AS j(k)

-- unknown_table: hidden from the condition of a join around
SELECT 1 FROM (orders o JOIN regions r USING (region_id)) AS j(k) JOIN users u ON u.user_id = o.user_id

-- table_not_allowed: a secret table inside
SELECT j.a FROM (hr.salaries s JOIN users u USING (user_id)) AS j(a, b)

-- system_relation: one of PostgreSQL's own inside
SELECT j.a FROM (pg_catalog.pg_authid p CROSS JOIN regions r) AS j(a, b)

-- view_not_opened: a closed view inside
SELECT j.a FROM (top_selling_products p CROSS JOIN regions r) AS j(a, b)

-- whole_row: the row of a join under new names
SELECT j FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- whole_row: handed to a function
SELECT to_jsonb(j) FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- whole_row: its star as a value
SELECT row_to_json(j.*) FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- ambiguous_column: two columns got one name
SELECT x FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j(x, x)

-- duplicate_name: the alias is there already
SELECT 1 FROM (orders o JOIN regions r USING (region_id)) AS j(k), users j

-- duplicate_name: a name for shared columns that is there already
SELECT 1 FROM orders o JOIN regions r USING (region_id) AS o

-- unknown_column: a column that the name for shared columns does not have
SELECT k.total_amount FROM orders o JOIN regions r USING (region_id) AS k

-- unknown_column: a function by attribute notation
SELECT j.pg_sleep FROM (orders o JOIN regions r USING (region_id)) AS j(k)

-- cross_join: large tables multiplied under new names
SELECT count(*) FROM ((orders a CROSS JOIN orders b) AS i(x) CROSS JOIN (orders c CROSS JOIN orders d) AS k(y)) AS j(z)
