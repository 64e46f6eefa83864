-- rows without a partner
SELECT u.email FROM users u LEFT JOIN orders o ON o.user_id = u.user_id WHERE o.order_id IS NULL
