-- distinct inside an aggregate
SELECT count(DISTINCT user_id) FROM orders
