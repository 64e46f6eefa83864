-- compound growth
SELECT power(max(total_amount) / nullif(min(total_amount), 0), 1.0 / count(*)) - 1 FROM orders
