-- months back
WITH RECURSIVE d AS (SELECT date '2024-03-01' AS d UNION ALL SELECT (d - interval '1 month')::date FROM d WHERE d > date '2023-01-01') SELECT * FROM d

-- days back by a negative interval
WITH RECURSIVE d(d) AS (SELECT date '2024-03-01' UNION ALL SELECT (d + interval '-1 day')::date FROM d WHERE d > '2024-02-01') SELECT * FROM d

-- words of a text
WITH RECURSIVE words(rest, w) AS (SELECT 'a b c', NULL UNION ALL SELECT substr(rest, strpos(rest || ' ', ' ') + 1), split_part(rest, ' ', 1) FROM words WHERE rest <> '') SELECT w FROM words

-- a loose scan of an index
WITH RECURSIVE t AS (SELECT min(region_id) AS x FROM orders UNION ALL SELECT (SELECT min(region_id) FROM orders WHERE region_id > t.x) FROM t WHERE t.x IS NOT NULL) SELECT x FROM t

-- the greatest common divisor
WITH RECURSIVE g(a, b) AS (SELECT 48, 36 UNION ALL SELECT b, a % b FROM g WHERE b > 0) SELECT a FROM g

-- a bound that is carried along
WITH RECURSIVE b AS (SELECT min(order_date)::date AS lo, max(order_date)::date AS hi FROM orders), d AS (SELECT lo AS day, hi FROM b UNION ALL SELECT day + 1, hi FROM d WHERE day < hi) SELECT day FROM d

-- a bound of another table expression
WITH RECURSIVE p AS (SELECT 3 AS last), n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n CROSS JOIN p WHERE i + 1 <= p.last) SELECT i FROM n

-- between
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i BETWEEN 1 AND 9) SELECT i FROM n

-- a bound that is negated
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT n.i + 1 FROM n WHERE NOT (n.i >= 10) AND n.i IS NOT NULL) SELECT i FROM n

-- a loan that is paid back
WITH RECURSIVE loan(m, balance) AS (SELECT 0, 10000.00 UNION ALL SELECT m + 1, balance * 1.005 - 200 FROM loan WHERE balance > 0 AND m < 360) SELECT * FROM loan

-- a tree to a depth
WITH RECURSIVE tree AS (SELECT category_id, parent_category_id, 1 AS depth FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id, t.depth + 1 FROM categories c INNER JOIN tree t ON t.category_id = c.parent_category_id WHERE t.depth < 10) SELECT max(depth) FROM tree

-- ancestors
WITH RECURSIVE up AS (SELECT * FROM categories WHERE category_id = 3 UNION SELECT c.* FROM categories c, up WHERE up.parent_category_id = c.category_id) SELECT * FROM up

-- a network to a depth
WITH RECURSIVE r(user_id, lvl) AS (SELECT user_id, 0 FROM users WHERE is_active UNION SELECT o.user_id, r.lvl + 1 FROM r JOIN orders o ON o.user_id = r.user_id JOIN regions g ON g.region_id = o.region_id WHERE r.lvl < 3) SELECT * FROM r

-- a sequence that ends at one
WITH RECURSIVE collatz(n, steps) AS (SELECT 27, 0 UNION ALL SELECT CASE WHEN n % 2 = 0 THEN n / 2 ELSE 3 * n + 1 END, steps + 1 FROM collatz WHERE n <> 1 AND steps < 1000) SELECT max(steps) FROM collatz

-- months by a counter
WITH RECURSIVE m AS (SELECT date_trunc('month', now()) AS m, 1 AS i UNION ALL SELECT m.m - interval '1 month', m.i + 1 FROM m WHERE m.i < 12) SELECT * FROM m
