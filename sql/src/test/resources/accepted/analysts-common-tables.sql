-- common tables 1
WITH first_order AS (SELECT user_id, min(order_date) f FROM orders GROUP BY 1) SELECT date_trunc('month', f)::date, count(*) FROM first_order GROUP BY 1 ORDER BY 1

-- common tables 2
WITH a AS (WITH b AS (SELECT 1 AS x) SELECT x FROM b) SELECT x FROM a

-- common tables 3
WITH t AS MATERIALIZED (SELECT * FROM orders) SELECT count(*) FROM t a JOIN t b USING (order_id)

-- common tables 4
WITH x AS (VALUES (1, 'a'), (2, 'b')) SELECT column1, column2 FROM x

-- common tables 5
WITH x(n, l) AS (VALUES (1, 'a'), (2, 'b')) SELECT n, l FROM x WHERE l = 'b'

-- common tables 6
WITH c AS (SELECT user_id, date_trunc('month', min(order_date)) AS cohort FROM orders GROUP BY 1), a AS (SELECT o.user_id, c.cohort, (extract(year FROM age(date_trunc('month', o.order_date), c.cohort)) * 12 + extract(month FROM age(date_trunc('month', o.order_date), c.cohort)))::int AS n FROM orders o JOIN c USING (user_id)) SELECT cohort, n, count(DISTINCT user_id) FROM a GROUP BY 1, 2 ORDER BY 1, 2

-- common tables 7
WITH "Upper Case" AS (SELECT 1 AS "Col A") SELECT "Col A" FROM "Upper Case"

-- common tables 8
WITH t AS NOT MATERIALIZED (SELECT * FROM orders WHERE region_id = 1) SELECT count(*) FROM t

-- common tables 9
WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a), c AS (SELECT x FROM b) SELECT a.x, b.x, c.x FROM a, b, c

-- common tables 10
WITH orders AS (SELECT * FROM public.orders WHERE status <> 'cancelled') SELECT count(*) FROM orders
