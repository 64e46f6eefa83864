-- and shown by a star
SELECT * FROM customers
