-- rows and values 1
VALUES (1, 'one'), (2, 'two') ORDER BY column1 DESC LIMIT 1

-- rows and values 2
SELECT v.a, v.b FROM (VALUES (1, 'x'), (2, NULL)) AS v(a, b) WHERE v.b IS NOT NULL

-- rows and values 3
SELECT order_id FROM orders ORDER BY region_id FETCH FIRST 3 ROWS WITH TIES

-- rows and values 4
SELECT order_id FROM orders ORDER BY order_id OFFSET 5 FETCH NEXT ROW ONLY

-- rows and values 5
SELECT ROW(1, 'a') = ROW(1, 'a'), (1, 2) < (1, 3), ROW(region_id, status) FROM orders

-- rows and values 6
SELECT * FROM users AS u (a, b) WHERE b IS NOT NULL

-- rows and values 7
SELECT num_nonnulls(phone, notes) FROM users, orders LIMIT 1

-- rows and values 8
SELECT * FROM users WHERE (first_name, last_name) IN (('Anna', 'Smith'), ('Ben', 'Öztürk'))

-- rows and values 9
SELECT v.column1 FROM (VALUES ('a'), ('b')) v

-- rows and values 10
SELECT * FROM (VALUES (1), (2)) a(x), (VALUES (3), (4)) b(y)
