-- a domain over a built-in type
SELECT avg(score) FROM customers WHERE score > 3
