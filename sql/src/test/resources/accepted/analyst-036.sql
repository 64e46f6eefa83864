-- as an analyst or a model writes it
select avg(extract(day from o.order_date - u.created_at)) from orders o join users u using(user_id)
