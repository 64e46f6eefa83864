-- joins 1
SELECT count(*) FROM regions a, regions b

-- joins 2
SELECT count(*) FROM regions a CROSS JOIN categories b

-- joins 3
SELECT user_id, u.email FROM users u JOIN orders o USING (user_id) AS j WHERE j.user_id IS NOT NULL

-- joins 4
SELECT a.*, b.region_name FROM orders a LEFT JOIN regions b ON a.region_id = b.region_id AND b.country = 'Germany'

-- joins 5
SELECT products.product_name, avg(reviews.rating)::numeric(3,2) FROM products JOIN reviews USING (product_id) GROUP BY products.product_id, products.product_name HAVING count(*) >= 2

-- joins 6
SELECT o.status, p.payment_status::text FROM orders o FULL JOIN payments p ON p.order_id = o.order_id

-- joins 7
SELECT count(o.*) FROM users u LEFT JOIN orders o USING (user_id)

-- joins 8
SELECT o IS NULL FROM users u LEFT JOIN orders o USING (user_id)

-- joins 9
SELECT j.email FROM (users JOIN orders USING (user_id)) AS j

-- joins 10
SELECT a.product_name, b.product_name, count(*) FROM order_items x JOIN order_items y ON x.order_id = y.order_id AND x.product_id < y.product_id JOIN products a ON a.product_id = x.product_id JOIN products b ON b.product_id = y.product_id GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10

-- joins 11
SELECT t.* FROM (VALUES (1, 'one'), (2, 'two')) t(num, word) JOIN regions r ON r.region_id = t.num

-- joins 12
SELECT * FROM sales.targets t JOIN regions r USING (region_id)

-- joins 13
SELECT a.region_id FROM sales.orders a JOIN public.orders b ON a.region_id = b.region_id

-- joins 14
SELECT count(*) FROM orders o, regions r WHERE o.region_id = r.region_id AND r.country = 'USA'

-- joins 15
SELECT count(*) FROM orders o JOIN regions r ON true WHERE o.region_id = r.region_id

-- joins 16
SELECT e1.id, e2.id FROM events e1 CROSS JOIN events e2 WHERE e1.id < e2.id

-- joins 17
SELECT * FROM users LEFT OUTER JOIN orders ON users.user_id = orders.user_id AND orders.status = 'x' WHERE orders.user_id IS NULL

-- joins 18
SELECT * FROM regions r LEFT JOIN sales.targets t ON t.region_id = r.region_id RIGHT JOIN sales.orders so ON so.region_id = r.region_id

-- joins 19
SELECT r.*, t.* FROM regions r, sales.targets t WHERE r.region_id = t.region_id

-- joins 20
SELECT c.category_name, count(p.product_id) FROM categories c LEFT JOIN products p ON p.category_id = c.category_id GROUP BY c.category_id, c.category_name HAVING count(p.product_id) = 0 OR count(p.product_id) > 1
