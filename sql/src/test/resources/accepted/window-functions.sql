-- all window functions
SELECT user_id, row_number() OVER w, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(4) OVER w, lag(total_amount, 1, 0.0) OVER w, lead(total_amount) OVER w, first_value(total_amount) OVER w, last_value(total_amount) OVER w, nth_value(total_amount, 2) OVER w FROM orders WINDOW w AS (PARTITION BY user_id ORDER BY order_date)
