-- a running total
SELECT order_date::date AS day, sum(sum(total_amount)) OVER (ORDER BY order_date::date) FROM orders GROUP BY order_date::date
