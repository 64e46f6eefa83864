-- as an analyst or a model writes it
select u.email, o.* from users u left join lateral (select * from orders o where o.user_id = u.user_id order by order_date desc limit 3) o on true
