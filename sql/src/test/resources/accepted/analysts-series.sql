-- series 1
SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b', 'c'])) AS t(n, l)

-- series 2
SELECT d::date FROM generate_series(date '2024-01-01', date '2024-01-31', interval '1 week') AS d

-- series 3
SELECT generate_series(1, 10, 3)

-- series 4
SELECT n FROM generate_series(10, 1, -2) n

-- series 5
SELECT generate_series('2024-01-01'::timestamp, '2024-01-02', '6 hours')

-- series 6
SELECT d FROM generate_series((SELECT min(order_date)::date FROM orders), (SELECT max(order_date)::date FROM orders), '1 day') d

-- series 7
SELECT d FROM generate_series(date_trunc('month', CURRENT_DATE) - interval '12 months', CURRENT_DATE, interval '1 month') d

-- series 8
SELECT x.n, x.n * 2 AS dbl FROM (SELECT generate_series(1, 3) AS n) x

-- series 9
SELECT t.day::date, coalesce(sum(o.total_amount), 0) FROM generate_series(timestamp '2024-01-01', timestamp '2024-01-31', interval '1 day') AS t(day) LEFT JOIN orders o ON o.order_date >= t.day AND o.order_date < t.day + interval '1 day' GROUP BY t.day ORDER BY t.day

-- series 10
SELECT n, (SELECT count(*) FROM orders WHERE region_id = n) FROM generate_series(1, 5) AS n

-- series 11
SELECT h.hour, count(o.order_id) FROM generate_series(0, 23) AS h(hour) LEFT JOIN orders o ON extract(hour FROM o.order_date) = h.hour GROUP BY h.hour ORDER BY h.hour

-- series 12
SELECT gs::date AS month FROM generate_series(date_trunc('month', now()) - interval '2 years', date_trunc('month', now()), interval '1 month') gs

-- series 13
WITH bounds AS (SELECT date_trunc('month', min(order_date)) lo, date_trunc('month', max(order_date)) hi FROM orders) SELECT m FROM bounds, generate_series(lo, hi, '1 month') m

-- series 14
WITH months AS (SELECT generate_series(date '2024-01-01', date '2024-12-01', interval '1 month')::date AS m) SELECT m, count(o.order_id) FROM months LEFT JOIN orders o ON date_trunc('month', o.order_date) = m GROUP BY m

-- series 15
SELECT d FROM generate_series((now() - interval '90 days')::date, now()::date, '1 day'::interval) d

-- series 16
SELECT d FROM generate_series(now() - '6 months'::interval, now(), '1 week') d

-- series 17
SELECT generate_series(min(region_id), max(region_id)) FROM regions

-- series 18
SELECT x FROM generate_series(0, 1, 0.1) x

-- series 19
SELECT x FROM generate_series(1, 1000000) x LIMIT 10

-- series 20
SELECT i, i ^ 2, power(i, 3), sqrt(i) FROM generate_series(1, 10) i

-- series 21
SELECT string_agg(x::text, ',' ORDER BY x) FROM generate_series(1, 5) x

-- series 22
SELECT generate_series(1, 3) AS n, 'x' AS c ORDER BY n DESC

-- series 23
SELECT a.n, b.n FROM generate_series(1, 3) AS a(n) CROSS JOIN generate_series(1, 3) AS b(n)

-- series 24
SELECT x, y, x * y FROM generate_series(1, 12) x, generate_series(1, 12) y

-- series 25
SELECT * FROM generate_series(1, 3) WITH ORDINALITY

-- series 26
SELECT g FROM generate_series(1, 3) g WHERE g > ALL (SELECT 1)
