-- as an analyst or a model writes it
select avg(total_amount) over (order by order_date rows 2 preceding) from orders
