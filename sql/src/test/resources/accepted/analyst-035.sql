-- as an analyst or a model writes it
select o.order_date - lag(o.order_date) over (partition by user_id order by order_date) from orders o
