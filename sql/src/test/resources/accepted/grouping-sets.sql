-- grouping sets, rollup and cube
SELECT country, status, grouping(country, status), sum(total_amount) FROM orders JOIN regions USING (region_id) GROUP BY GROUPING SETS ((country, status), ROLLUP (country), ())
