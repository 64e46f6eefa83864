-- a qualified table
SELECT region_id, sum(amount) FROM sales.orders GROUP BY region_id HAVING sum(amount) > 100
