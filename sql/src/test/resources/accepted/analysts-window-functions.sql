-- window functions 1
SELECT order_id, sum(total_amount) OVER w, avg(total_amount) OVER (w ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM orders WINDOW w AS (PARTITION BY region_id ORDER BY order_date)

-- window functions 2
SELECT order_id, count(*) OVER (ORDER BY order_date RANGE BETWEEN interval '7 days' PRECEDING AND CURRENT ROW) FROM orders

-- window functions 3
SELECT order_id, sum(total_amount) OVER (ORDER BY region_id GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM orders

-- window functions 4
SELECT order_id, sum(total_amount) OVER (ORDER BY region_id GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) FROM orders

-- window functions 5
SELECT order_id, first_value(status) OVER (PARTITION BY user_id ORDER BY order_date), nth_value(status, 2) OVER (PARTITION BY user_id ORDER BY order_date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), lag(total_amount, 1, 0) OVER (ORDER BY order_date) FROM orders

-- window functions 6
SELECT to_char(date_trunc('month', order_date), 'YYYY-MM') AS month, sum(total_amount) AS revenue, sum(sum(total_amount)) OVER (ORDER BY date_trunc('month', order_date)) AS running FROM orders GROUP BY date_trunc('month', order_date) ORDER BY 1

-- window functions 7
WITH monthly AS (SELECT date_trunc('month', order_date) m, sum(total_amount) r FROM orders GROUP BY 1) SELECT m, r, round(100 * (r - lag(r) OVER (ORDER BY m)) / nullif(lag(r) OVER (ORDER BY m), 0), 1) AS growth FROM monthly

-- window functions 8
SELECT ntile(4) OVER (ORDER BY total_amount) AS quartile, total_amount FROM orders

-- window functions 9
SELECT row_number() OVER () AS n, email FROM users ORDER BY email LIMIT 5 OFFSET 2

-- window functions 10
SELECT percent_rank() OVER (ORDER BY total_amount), cume_dist() OVER (ORDER BY total_amount DESC NULLS FIRST) FROM orders

-- window functions 11
SELECT sum(total_amount) OVER (PARTITION BY region_id) / sum(total_amount) OVER () AS share FROM orders

-- window functions 12
SELECT region_id, sum(total_amount) AS s, rank() OVER (ORDER BY sum(total_amount) DESC) FROM orders GROUP BY region_id

-- window functions 13
SELECT product_name, price, price > avg(price) OVER () AS above FROM products

-- window functions 14
SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY region_id ORDER BY total_amount DESC) AS rn FROM orders) t WHERE rn <= 2

-- window functions 15
SELECT string_agg(status, ',') OVER (ORDER BY order_date ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM orders

-- window functions 16
SELECT lag(total_amount) OVER w AS prev, lead(total_amount, 2) OVER w FROM orders WINDOW w AS (PARTITION BY user_id ORDER BY order_date)

-- window functions 17
SELECT repeat('█', (100 * count(*) / sum(count(*)) OVER ())::int) AS bar, status FROM orders GROUP BY status

-- window functions 18
SELECT power((last_value(total_amount) OVER w / first_value(total_amount) OVER w), 1.0 / 5) - 1 FROM orders WINDOW w AS (ORDER BY order_date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)

-- window functions 19
WITH rfm AS (SELECT user_id, max(order_date) r, count(*) f, sum(total_amount) m FROM orders GROUP BY 1), s AS (SELECT *, ntile(5) OVER (ORDER BY r) rs, ntile(5) OVER (ORDER BY f) fs, ntile(5) OVER (ORDER BY m) ms FROM rfm) SELECT rs || '' || fs || ms AS seg, count(*) FROM s GROUP BY 1 ORDER BY 1

-- window functions 20
WITH s AS (SELECT user_id, order_date, order_date - lag(order_date) OVER (PARTITION BY user_id ORDER BY order_date) > interval '30 minutes' AS new FROM orders) SELECT user_id, count(*) FILTER (WHERE new OR new IS NULL) FROM s GROUP BY user_id

-- window functions 21
WITH numbered AS (SELECT user_id, order_date::date d, row_number() OVER (PARTITION BY user_id ORDER BY order_date::date) rn FROM orders), islands AS (SELECT user_id, d - rn::int AS grp, count(*) n FROM numbered GROUP BY 1, 2) SELECT user_id, max(n) FROM islands GROUP BY 1

-- window functions 22
SELECT p.product_name, sum(i.subtotal) AS rev, sum(sum(i.subtotal)) OVER (ORDER BY sum(i.subtotal) DESC) / sum(sum(i.subtotal)) OVER () AS cum FROM products p JOIN order_items i USING (product_id) GROUP BY p.product_name

-- window functions 23
SELECT region_name, total, total - lag(total, 1, 0::numeric) OVER (ORDER BY total) FROM (SELECT r.region_name, sum(o.total_amount) total FROM regions r JOIN orders o USING (region_id) GROUP BY 1) x

-- window functions 24
SELECT price, percent_rank() OVER (ORDER BY price) * 100, round((100.0 * rank() OVER (ORDER BY price) / count(*) OVER ())::numeric, 1) FROM products

-- window functions 25
SELECT order_date::date, sum(total_amount), avg(sum(total_amount)) OVER (ORDER BY order_date::date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM orders GROUP BY 1

-- window functions 26
SELECT o.order_id, sum(i.subtotal) OVER (PARTITION BY o.order_id) FROM orders o JOIN order_items i ON i.order_id = o.order_id ORDER BY 1

-- window functions 27
SELECT max(total_amount) FILTER (WHERE status = 'shipped') OVER (PARTITION BY region_id) FROM orders

-- window functions 28
SELECT first_value(price) OVER (PARTITION BY category_id ORDER BY price DESC RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM products

-- window functions 29
SELECT sum(price) OVER (ORDER BY price RANGE BETWEEN 10 PRECEDING AND 10 FOLLOWING) FROM products

-- window functions 30
SELECT row_number() OVER (ORDER BY sum(total_amount) DESC) AS rank, user_id FROM orders GROUP BY user_id ORDER BY rank

-- window functions 31
SELECT dense_rank() OVER (PARTITION BY region_id ORDER BY total_amount DESC) AS r, * FROM orders ORDER BY r LIMIT 3

-- window functions 32
SELECT status, to_char(100.0 * count(*) / sum(count(*)) OVER (), 'FM990.0%') FROM orders GROUP BY status

-- window functions 33
SELECT payment_status, payment_status::text || '!', payment_status < 'failed', max(payment_status) OVER () FROM payments

-- window functions 34
SELECT region, revenue, rank() OVER (ORDER BY revenue DESC) FROM revenue_by_region
