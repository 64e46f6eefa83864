-- cross_join: cross join bombs 1
SELECT count(*) FROM users a, users b, users c, users d, users e, users f, users g, users h

-- cross_join: cross join bombs 2
SELECT count(*) FROM orders a CROSS JOIN orders b CROSS JOIN orders c CROSS JOIN orders d CROSS JOIN orders e

-- cross_join: cross join bombs 3
SELECT count(*) FROM orders a JOIN orders b ON true JOIN orders c ON true JOIN orders d ON 1 = 1 JOIN orders e ON true

-- cross_join: cross join bombs 4
SELECT count(*) FROM (SELECT 1 FROM orders a, orders b) x, (SELECT 1 FROM orders a, orders b) y, (SELECT 1 FROM orders a, orders b) z

-- cross_join: cross join bombs 5
WITH t AS (SELECT * FROM orders) SELECT count(*) FROM t a, t b, t c, t d, t e, t f

-- cross_join: cross join bombs 6
WITH t AS (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)) SELECT count(*) FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j

-- resource_limit: cross join bombs 7
SELECT count(*) FROM unnest(array_fill(1, ARRAY[100000])) a, unnest(array_fill(1, ARRAY[100000])) b

-- resource_limit: cross join bombs 8
SELECT count(*) FROM string_to_table(repeat('a,', 5000), ',') a, string_to_table(repeat('a,', 5000), ',') b, string_to_table(repeat('a,', 5000), ',') c

-- resource_limit: cross join bombs 9
SELECT count(*) FROM regexp_split_to_table(repeat('a,', 5000), ',') a, regexp_split_to_table(repeat('a,', 5000), ',') b, regexp_split_to_table(repeat('a,', 5000), ',') c

-- cross_join: cross join bombs 10
SELECT count(*) FROM generate_series(1, 1000000) g, orders a, orders b
