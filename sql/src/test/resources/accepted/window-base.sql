-- a window based on another
SELECT sum(total_amount) OVER (w ORDER BY order_date) FROM orders WINDOW w AS (PARTITION BY region_id)
