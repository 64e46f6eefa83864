-- a join with USING merges the column
SELECT order_id, sum(quantity) FROM orders JOIN order_items USING (order_id) GROUP BY order_id
