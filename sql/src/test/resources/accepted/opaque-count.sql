-- and counted
SELECT count(email) FROM customers
