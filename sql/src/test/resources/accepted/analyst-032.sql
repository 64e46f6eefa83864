-- as an analyst or a model writes it
select * from orders where order_date >= date_trunc('month', current_date - interval '1 month') and order_date < date_trunc('month', current_date)
