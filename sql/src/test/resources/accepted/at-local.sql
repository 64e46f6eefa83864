-- time zones
SELECT (now() AT TIME ZONE 'UTC')::date, (order_date AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Tokyo' FROM orders
