-- as an analyst or a model writes it
select ntile(4) over (order by sum(total_amount)) from orders group by user_id
