-- days up to a bound
WITH RECURSIVE d AS (SELECT DATE '2024-01-01' AS day UNION ALL SELECT (day + interval '1 day')::date FROM d WHERE day < DATE '2024-12-31') SELECT count(*) FROM d
