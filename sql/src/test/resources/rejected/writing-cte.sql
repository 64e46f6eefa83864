-- writes_data: a write in a common table expression
WITH d AS (DELETE FROM users RETURNING *) SELECT * FROM d
