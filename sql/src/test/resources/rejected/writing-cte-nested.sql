-- writes_data: deep inside
SELECT * FROM (WITH d AS (UPDATE users SET email = '' RETURNING *) SELECT * FROM d) x
