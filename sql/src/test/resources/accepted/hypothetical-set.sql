-- hypothetical-set aggregates
SELECT rank(100) WITHIN GROUP (ORDER BY total_amount), percent_rank(100) WITHIN GROUP (ORDER BY total_amount) FROM orders
