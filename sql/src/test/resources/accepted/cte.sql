-- a common table expression
WITH monthly AS (SELECT date_trunc('month', order_date) AS month, sum(total_amount) AS revenue FROM orders GROUP BY 1)
SELECT month, revenue, lag(revenue) OVER (ORDER BY month) AS previous FROM monthly ORDER BY month
