-- as an analyst or a model writes it
select date_bin('15 minutes', order_date, '2001-01-01') from orders
