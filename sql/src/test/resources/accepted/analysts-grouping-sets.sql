-- grouping sets 1
SELECT region_id, status, sum(total_amount), GROUPING(region_id, status) AS level FROM orders GROUP BY GROUPING SETS ((region_id, status), (region_id), ()) ORDER BY level, region_id

-- grouping sets 2
SELECT region_id, status, count(*) FROM orders GROUP BY CUBE (region_id, status) HAVING count(*) > 2

-- grouping sets 3
SELECT region_id, (status, notes), count(*) FROM orders GROUP BY ROLLUP (region_id, (status, notes))

-- grouping sets 4
SELECT region_id, count(*) FROM orders GROUP BY DISTINCT ROLLUP (region_id), ROLLUP (region_id)

-- grouping sets 5
SELECT region_id, status, count(*) FROM orders GROUP BY GROUPING SETS ((region_id), (status)) ORDER BY 1, 2

-- grouping sets 6
SELECT coalesce(country, 'Total') AS country, coalesce(region_name, 'Subtotal') AS region, count(*) FROM regions GROUP BY ROLLUP (country, region_name)

-- grouping sets 7
SELECT GROUPING(country), country, sum(shipping_cost) FROM regions GROUP BY CUBE (country) HAVING sum(shipping_cost) > 1
