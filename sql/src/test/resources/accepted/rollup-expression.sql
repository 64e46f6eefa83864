-- rollup over expressions
SELECT extract(year from order_date) AS y, extract(month from order_date) AS m, sum(total_amount) FROM orders GROUP BY ROLLUP (extract(year from order_date), extract(month from order_date))
