-- set operations 1
(SELECT region_id FROM orders UNION SELECT region_id FROM regions) INTERSECT SELECT region_id FROM sales.targets ORDER BY 1

-- set operations 2
SELECT region_id FROM regions EXCEPT ALL SELECT region_id FROM orders

-- set operations 3
SELECT 1 AS a UNION ALL (SELECT 2 UNION SELECT 3 ORDER BY 1 LIMIT 1) ORDER BY a DESC

-- set operations 4
SELECT u.user_id FROM users u EXCEPT SELECT o.user_id FROM orders o ORDER BY user_id

-- set operations 5
WITH a AS (SELECT 1 AS n), b AS (SELECT n + 1 AS n FROM a) SELECT n FROM a UNION ALL SELECT n FROM b

-- set operations 6
SELECT sum(n) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t(n)

-- set operations 7
SELECT user_id FROM orders INTERSECT ALL SELECT user_id FROM reviews

-- set operations 8
SELECT 'orders' AS t, count(*) FROM orders UNION ALL SELECT 'users', count(*) FROM users UNION ALL SELECT 'products', count(*) FROM products

-- set operations 9
SELECT * FROM (SELECT 1 AS a UNION SELECT 2) x WHERE a IN (SELECT 1 EXCEPT SELECT 3)

-- set operations 10
SELECT x FROM (SELECT region_id AS x FROM regions ORDER BY 1 LIMIT 2) s UNION SELECT 99
