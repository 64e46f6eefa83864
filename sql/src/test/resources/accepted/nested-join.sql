-- a join in parentheses
SELECT u.email FROM users u LEFT JOIN (orders o JOIN order_items i ON i.order_id = o.order_id) ON o.user_id = u.user_id
