-- as an analyst or a model writes it
select sum(total_amount) filter (where order_date >= current_date - 30) as last30, sum(total_amount) filter (where order_date < current_date - 30) as before from orders
