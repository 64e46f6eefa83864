-- subqueries 1
SELECT count(*) FROM orders WHERE (region_id, status) IN (SELECT region_id, 'shipped' FROM regions)

-- subqueries 2
SELECT U&'\00e9t\00e9', U&"d\0061t\0061" FROM (SELECT 1 AS data) x

-- subqueries 3
SELECT o.order_id FROM orders o JOIN LATERAL (SELECT 1 FROM payments p WHERE p.order_id = o.order_id LIMIT 1) x ON true

-- subqueries 4
SELECT * FROM users NATURAL JOIN (SELECT user_id, count(*) AS n FROM orders GROUP BY 1) x

-- subqueries 5
SELECT EXISTS (SELECT FROM orders WHERE total_amount > 100)

-- subqueries 6
SELECT u.email FROM users u WHERE EXISTS (SELECT FROM orders o WHERE o.user_id = u.user_id)

-- subqueries 7
SELECT (SELECT max(total_amount) FROM orders o WHERE o.user_id = u.user_id) AS best FROM users u ORDER BY best DESC NULLS LAST

-- subqueries 8
SELECT status AS s FROM orders GROUP BY s HAVING sum(total_amount) > (SELECT avg(t) FROM (SELECT sum(total_amount) t FROM orders GROUP BY status) q)

-- subqueries 9
SELECT u FROM (SELECT 1 AS a, 2 AS b) u

-- subqueries 10
SELECT (u).a FROM (SELECT 1 AS a, 2 AS b) u

-- subqueries 11
SELECT r.region_name, o.cnt FROM regions r LEFT JOIN (SELECT region_id, count(*) cnt FROM orders GROUP BY region_id) o USING (region_id) ORDER BY o.cnt DESC NULLS LAST, r.region_name

-- subqueries 12
SELECT s.status, r.region_name, count(o.order_id) FROM (SELECT DISTINCT status FROM orders) s CROSS JOIN regions r LEFT JOIN orders o ON o.status = s.status AND o.region_id = r.region_id GROUP BY 1, 2

-- subqueries 13
SELECT * FROM (SELECT o.*, r.region_name FROM orders o JOIN regions r USING (region_id)) x WHERE x.region_name = 'Texas'

-- subqueries 14
SELECT sum(oi.subtotal) FROM order_items oi WHERE oi.order_id IN (SELECT order_id FROM orders WHERE status = 'delivered')

-- subqueries 15
SELECT p.product_name, coalesce(s.sold, 0) FROM products p LEFT JOIN LATERAL (SELECT sum(quantity) AS sold FROM order_items i WHERE i.product_id = p.product_id) s ON TRUE

-- subqueries 16
SELECT count(*) FROM orders o WHERE o.total_amount > ANY (SELECT avg(total_amount) FROM orders GROUP BY region_id)

-- subqueries 17
SELECT count(*) FROM orders WHERE order_id = ANY (SELECT order_id FROM payments)

-- subqueries 18
SELECT crosstab.* FROM (SELECT region_id, sum(total_amount) FILTER (WHERE status = 'shipped') AS shipped FROM orders GROUP BY 1) AS crosstab

-- subqueries 19
SELECT stddev(price) / avg(price), sum(power(price - (SELECT avg(price) FROM products), 2)) FROM products

-- subqueries 20
SELECT width_bucket(price, min_p, max_p + 0.01, 5), count(*) FROM products, (SELECT min(price) AS min_p, max(price) AS max_p FROM products) b GROUP BY 1

-- subqueries 21
SELECT price FROM products LIMIT 10 OFFSET (SELECT count(*) / 2 FROM products)

-- subqueries 22
SELECT u.email FROM users u WHERE (SELECT count(*) FROM orders o WHERE o.user_id = u.user_id) > 2

-- subqueries 23
SELECT u.email FROM users u WHERE u.user_id = ANY (SELECT o.user_id FROM orders o GROUP BY 1 HAVING count(*) > 2)

-- subqueries 24
SELECT u.email FROM users u JOIN (SELECT user_id, sum(total_amount) s FROM orders GROUP BY user_id ORDER BY s DESC LIMIT 3) t ON t.user_id = u.user_id

-- subqueries 25
SELECT r.region_name FROM regions r WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.region_id = r.region_id)

-- subqueries 26
SELECT CASE WHEN EXISTS (SELECT 1 FROM orders) THEN 'y' END

-- subqueries 27
SELECT * FROM users WHERE (first_name, last_name) NOT IN (SELECT 'a', 'b')

-- subqueries 28
SELECT x.status, x.n FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) AS x ORDER BY x.n DESC FETCH FIRST 2 ROWS ONLY

-- subqueries 29
SELECT (SELECT region_name FROM regions WHERE region_id = 1), (SELECT 2)

-- subqueries 30
SELECT 1 + (SELECT 2) * 3

-- subqueries 31
SELECT status, round(100.0 * count(*) / (SELECT count(*) FROM orders), 2) AS pct FROM orders GROUP BY status

-- subqueries 32
SELECT p.* FROM products p WHERE p.price = (SELECT max(price) FROM products p2 WHERE p2.category_id = p.category_id)

-- subqueries 33
SELECT value FROM (SELECT 1 AS value) t

-- subqueries 34
SELECT position, overlay FROM (SELECT 1 AS position, 2 AS overlay) t
