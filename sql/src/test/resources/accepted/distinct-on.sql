-- the first row of each group
SELECT DISTINCT ON (user_id) user_id, order_date, total_amount FROM orders ORDER BY user_id, order_date DESC
