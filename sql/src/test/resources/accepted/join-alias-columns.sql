-- new names for the first columns of a join
SELECT j.a, j.total_amount FROM (orders o JOIN regions r ON r.region_id = o.region_id) AS j(a, b) WHERE b IS NOT NULL

-- new names for all columns of a join of two names
SELECT x, sum(y) FROM ((SELECT region_id, amount FROM sales.targets) t CROSS JOIN (SELECT 1 AS one) s) AS j(x, y, z) GROUP BY x ORDER BY 2 DESC

-- USING puts the shared column first
SELECT j.region, count(*) FROM (orders JOIN regions USING (region_id)) AS j(region) GROUP BY j.region

-- a right join under new names
SELECT j.k, j.c FROM (orders RIGHT JOIN regions USING (region_id)) AS j(k, a, b, c) ORDER BY k

-- a full join under new names, joined again
SELECT p.k, r.region_name FROM (orders o FULL JOIN sales.targets t USING (region_id)) AS p(k) LEFT JOIN regions r ON r.region_id = p.k

-- NATURAL under new names
SELECT n.i, n.n FROM (regions NATURAL JOIN (SELECT region_id, count(*) AS orders FROM orders GROUP BY region_id) c) AS n(i, n)

-- a join of joins under one name
SELECT j.one, j.two FROM ((orders o JOIN order_items i USING (order_id)) JOIN products p USING (product_id)) AS j(one, two)

-- an aliased join inside an aliased join
SELECT outside.first FROM ((orders o JOIN regions r USING (region_id)) AS inside(k) JOIN sales.targets t ON t.region_id = inside.k) AS outside(first)

-- the star of a join under new names
SELECT * FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j(a, b, c, d, e, f)

-- the star of a join that has two columns of one name
SELECT * FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j

-- the qualified star of such a join beside another table
SELECT j.*, c.category_name FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j CROSS JOIN (SELECT category_name FROM categories LIMIT 1) c

-- new names that make two columns equal, of which neither is named
SELECT j.tax_rate FROM (regions r JOIN sales.targets t ON t.region_id = r.region_id) AS j(x, x)

-- a lateral entry inside a join under new names
SELECT j.who, j.spent FROM (users u CROSS JOIN LATERAL (SELECT sum(o.total_amount) AS spent FROM orders o WHERE o.user_id = u.user_id) s) AS j(who)

-- a common table inside a join under new names
WITH big AS (SELECT region_id, total_amount FROM orders WHERE total_amount > 100) SELECT j.k, avg(j.amount) FROM (big JOIN regions USING (region_id)) AS j(k, amount) GROUP BY 1

-- a function inside a join under new names
SELECT j.day, count(j.id) FROM (generate_series(date '2024-01-01', date '2024-01-07', interval '1 day') AS d LEFT JOIN orders o ON o.order_date::date = d) AS j(day, id) GROUP BY j.day

-- an opaque column under a new name may be shown
SELECT j.mail FROM (customers c JOIN events e ON e.id = c.id) AS j(k, mail)

-- and tested for NULL
SELECT count(*) FROM (customers c JOIN events e ON e.id = c.id) AS j(k, mail) WHERE mail IS NULL

-- a name for the columns that USING shares
SELECT k.region_id, o.total_amount, r.region_name FROM orders o JOIN regions r USING (region_id) AS k WHERE k.region_id = 1

-- the star of a name for the shared columns
SELECT k.* FROM orders o JOIN regions r USING (region_id) AS k

-- the row of a name for the shared columns
SELECT count(k) FROM orders o LEFT JOIN regions r USING (region_id) AS k

-- both names at once
SELECT j.k FROM (orders o JOIN regions r USING (region_id) AS shared) AS j(k)

-- a name for shared columns used in a later join
SELECT count(*) FROM orders o JOIN regions r USING (region_id) AS k JOIN sales.targets t ON t.region_id = k.region_id

-- sampled inside a join under new names
SELECT count(j.k) FROM (orders TABLESAMPLE bernoulli (10) JOIN regions USING (region_id)) AS j(k)
