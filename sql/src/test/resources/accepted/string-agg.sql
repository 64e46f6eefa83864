-- aggregates with an order
SELECT order_id, string_agg(DISTINCT payment_method, ', ' ORDER BY payment_method), array_agg(amount ORDER BY payment_date DESC) FROM payments GROUP BY order_id
