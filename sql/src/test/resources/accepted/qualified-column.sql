-- schema, table and column
SELECT public.orders.status FROM public.orders WHERE public.orders.total_amount > 10
