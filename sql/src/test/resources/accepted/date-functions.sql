-- dates and times
SELECT date_trunc('week', order_date), extract(dow FROM order_date), date_part('hour', order_date), to_char(order_date, 'YYYY-MM'), age(now(), order_date), order_date AT TIME ZONE 'Europe/Berlin', make_date(2024, 1, 31), date(order_date), CURRENT_DATE - 7, LOCALTIMESTAMP, CURRENT_TIMESTAMP(0) FROM orders
