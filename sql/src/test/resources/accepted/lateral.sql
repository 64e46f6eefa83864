-- a lateral subquery
SELECT u.email, last.order_date FROM users u CROSS JOIN LATERAL (SELECT o.order_date FROM orders o WHERE o.user_id = u.user_id ORDER BY o.order_date DESC LIMIT 1) AS last
