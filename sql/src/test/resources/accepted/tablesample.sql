-- a sample
SELECT avg(total_amount) FROM orders TABLESAMPLE system (10) REPEATABLE (1)
