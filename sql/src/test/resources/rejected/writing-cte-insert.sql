-- writes_data: a write in a common table expression
WITH d AS (INSERT INTO users(email) VALUES ('x') RETURNING 1) SELECT 1
