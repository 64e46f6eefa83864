-- a calendar over the data
SELECT d FROM (SELECT min(order_date) AS a, max(order_date) AS b FROM orders) x, generate_series(x.a, x.b, interval '1 day') d
