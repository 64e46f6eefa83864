-- function_not_allowed: the owner's aggregate
SELECT public.sum(total_amount) FROM orders
