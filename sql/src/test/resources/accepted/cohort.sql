-- a cohort analysis
WITH first_orders AS (SELECT user_id, min(date_trunc('month', order_date)) AS cohort FROM orders GROUP BY user_id),
activity AS (SELECT f.cohort, date_trunc('month', o.order_date) AS month, count(DISTINCT o.user_id) AS users FROM orders o JOIN first_orders f USING (user_id) GROUP BY 1, 2)
SELECT cohort, extract(year FROM age(month, cohort)) * 12 + extract(month FROM age(month, cohort)) AS months_since, users, round(100.0 * users / first_value(users) OVER (PARTITION BY cohort ORDER BY month), 1) AS percent FROM activity ORDER BY cohort, months_since
