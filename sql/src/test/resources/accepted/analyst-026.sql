-- as an analyst or a model writes it
select percentile_cont(array[0.5,0.9]) within group (order by total_amount) from orders
