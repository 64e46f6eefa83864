-- recursion 1
WITH RECURSIVE t(n, total) AS (SELECT 1, 1::bigint UNION ALL SELECT n + 1, total * (n + 1) FROM t WHERE n < 15) SELECT n, total FROM t

-- recursion 2
WITH RECURSIVE chain AS (SELECT category_id, parent_category_id, 1 AS depth FROM categories WHERE category_id = 3 UNION SELECT c.category_id, c.parent_category_id, ch.depth + 1 FROM categories c JOIN chain ch ON ch.parent_category_id = c.category_id) SELECT * FROM chain

-- recursion 3
WITH RECURSIVE months AS (SELECT date_trunc('month', min(order_date)) AS m FROM orders UNION ALL SELECT m + interval '1 month' FROM months WHERE m < (SELECT max(order_date) FROM orders)) SELECT m FROM months

-- recursion 4
WITH RECURSIVE t AS (SELECT category_id, ARRAY[category_id] AS path, false AS cycle FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, path || c.category_id, c.category_id = ANY(path) FROM t JOIN categories c ON c.parent_category_id = t.category_id WHERE NOT cycle) SELECT * FROM t

-- recursion 5
WITH RECURSIVE t(id, parent) AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c, t WHERE c.parent_category_id = t.id) SEARCH DEPTH FIRST BY id SET ordercol SELECT * FROM t ORDER BY ordercol

-- recursion 6
WITH RECURSIVE t(id, parent) AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c, t WHERE c.parent_category_id = t.id) SEARCH BREADTH FIRST BY id SET ordercol SELECT id FROM t ORDER BY ordercol

-- recursion 7
WITH RECURSIVE t(id, parent) AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c, t WHERE c.parent_category_id = t.id) CYCLE id SET is_cycle USING path SELECT * FROM t

-- recursion 8
WITH RECURSIVE t(id, parent) AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c, t WHERE c.parent_category_id = t.id) CYCLE id SET is_cycle TO 'Y' DEFAULT 'N' USING path SELECT id, is_cycle FROM t

-- recursion 9
WITH RECURSIVE cat AS (SELECT category_id, category_name::text AS path FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, concat(cat.path, ' / ', c.category_name) FROM categories c JOIN cat ON c.parent_category_id = cat.category_id) SELECT cat.path, count(p.product_id) FROM cat LEFT JOIN products p USING (category_id) GROUP BY 1

-- recursion 10
WITH RECURSIVE fib(n, a, b) AS (VALUES (1, 0::numeric, 1::numeric) UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 50) SELECT n, a FROM fib

-- recursion 11
WITH RECURSIVE d(day) AS (SELECT CURRENT_DATE - 6 UNION ALL SELECT day + 1 FROM d WHERE day < CURRENT_DATE) SELECT day FROM d

-- recursion 12
WITH RECURSIVE t AS (SELECT category_id, parent_category_id, category_name, 0 AS lvl FROM categories WHERE category_name = 'Laptops' UNION ALL SELECT p.category_id, p.parent_category_id, p.category_name, t.lvl + 1 FROM t JOIN categories p ON p.category_id = t.parent_category_id WHERE t.lvl < 10) SELECT * FROM t

-- recursion 13
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x * 2 FROM n WHERE x < 1000) SELECT sum(x) FROM n

-- recursion 14
WITH RECURSIVE n AS (SELECT 1 AS i UNION SELECT i + 1 FROM n WHERE i <= 9) SELECT i FROM n LIMIT 5

-- recursion 15
WITH RECURSIVE t(i, s) AS (SELECT 1, 'a' UNION ALL SELECT i + 1, s || 'a' FROM t WHERE i < 10) SELECT s FROM t

-- recursion 16
WITH RECURSIVE bal AS (SELECT 1 AS m, 1000::numeric AS b UNION ALL SELECT m + 1, round(b * 1.01 - 50, 2) FROM bal WHERE m < 24 AND b > 0) SELECT * FROM bal
