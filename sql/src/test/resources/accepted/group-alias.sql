-- group by an alias
SELECT date_trunc('month', order_date) AS month, count(*) FROM orders GROUP BY month
