-- as an analyst or a model writes it
select to_char(order_date, 'FMMonth YYYY'), to_char(sum(total_amount), 'FM999,999.00') from orders group by 1
