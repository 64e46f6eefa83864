-- ordered set aggregates 1
SELECT region_id, percentile_cont(0.9) WITHIN GROUP (ORDER BY total_amount) FILTER (WHERE status = 'shipped') FROM orders GROUP BY region_id

-- ordered set aggregates 2
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY order_date) FROM orders

-- ordered set aggregates 3
SELECT mode() WITHIN GROUP (ORDER BY payment_method) FROM payments

-- ordered set aggregates 4
SELECT rank(50) WITHIN GROUP (ORDER BY total_amount DESC), dense_rank(50) WITHIN GROUP (ORDER BY total_amount), cume_dist(50) WITHIN GROUP (ORDER BY total_amount) FROM orders

-- ordered set aggregates 5
SELECT min(price), max(price), avg(price), percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY price) FROM products

-- ordered set aggregates 6
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM (updated_at - created_at))) FROM users

-- ordered set aggregates 7
SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY total_amount) AS q1, percentile_cont(0.75) WITHIN GROUP (ORDER BY total_amount) - percentile_cont(0.25) WITHIN GROUP (ORDER BY total_amount) AS iqr FROM orders

-- ordered set aggregates 8
SELECT mode() WITHIN GROUP (ORDER BY status DESC), percentile_disc(0.5) WITHIN GROUP (ORDER BY status) FROM orders

-- ordered set aggregates 9
SELECT (percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY total_amount))[2] FROM orders
