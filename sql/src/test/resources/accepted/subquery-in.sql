-- IN with a subquery
SELECT email FROM users WHERE user_id IN (SELECT user_id FROM orders WHERE total_amount > 100)
