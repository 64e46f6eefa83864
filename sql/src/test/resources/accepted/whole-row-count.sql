-- counting rows
SELECT count(o), count(o.*) FROM orders o
