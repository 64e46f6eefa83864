-- a natural join becomes USING
SELECT * FROM orders NATURAL JOIN order_items
