-- as an analyst or a model writes it
select (array_agg(status order by order_date desc))[1] from orders group by user_id
