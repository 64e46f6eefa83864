-- a comparison with last year
SELECT cur.m, cur.v, prev.v, (cur.v - prev.v) / nullif(prev.v, 0) * 100 AS change FROM (SELECT date_trunc('month', order_date) AS m, sum(total_amount) AS v FROM orders GROUP BY 1) cur LEFT JOIN (SELECT date_trunc('month', order_date) AS m, sum(total_amount) AS v FROM orders GROUP BY 1) prev ON prev.m = cur.m - interval '1 year' ORDER BY cur.m
