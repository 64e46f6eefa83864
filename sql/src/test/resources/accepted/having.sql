-- a condition on groups
SELECT user_id FROM orders GROUP BY user_id HAVING count(*) > 1 AND max(total_amount) > 100
