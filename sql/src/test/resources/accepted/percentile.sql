-- ordered-set aggregates
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total_amount) AS median, percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY total_amount), mode() WITHIN GROUP (ORDER BY status) FROM orders
