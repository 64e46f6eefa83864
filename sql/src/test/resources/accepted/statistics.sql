-- statistical aggregates
SELECT stddev(price), var_pop(price), corr(price, cost), regr_slope(price, cost) FROM products
