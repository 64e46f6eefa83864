-- comments are dropped
SELECT /* a; DROP TABLE users; */ count(*) -- the number
FROM orders
