-- select_into: writes inside 1
SELECT * INTO TEMPORARY x FROM users

-- select_into: writes inside 2
SELECT * INTO UNLOGGED x FROM users

-- writes_data: writes inside 3
WITH x AS (INSERT INTO users SELECT * FROM users RETURNING *) SELECT * FROM x

-- writes_data: writes inside 4
WITH a AS (WITH b AS (DELETE FROM users RETURNING 1) SELECT * FROM b) SELECT * FROM a

-- writes_data: writes inside 5
SELECT (WITH d AS (UPDATE users SET email = 'x' RETURNING 1) SELECT 1 FROM d)

-- writes_data: writes inside 6
SELECT * FROM users WHERE EXISTS (WITH d AS (DELETE FROM users RETURNING 1) SELECT 1 FROM d)

-- writes_data: writes inside 7
WITH x AS (MERGE INTO users u USING users v ON false WHEN NOT MATCHED THEN INSERT VALUES (NULL)) SELECT 1

-- not_a_query: writes inside 8
WITH x AS (TABLE users) DELETE FROM users

-- locking_clause: writes inside 9
SELECT * FROM (SELECT * FROM users FOR UPDATE) x

-- locking_clause: writes inside 10
WITH x AS (SELECT * FROM users FOR UPDATE) SELECT * FROM x

-- locking_clause: writes inside 11
SELECT 1 FROM users WHERE user_id IN (SELECT user_id FROM orders FOR UPDATE NOWAIT)

-- locking_clause: writes inside 12
(SELECT * FROM users FOR UPDATE) UNION ALL SELECT * FROM users
