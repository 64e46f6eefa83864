-- as an analyst or a model writes it
select distinct on (u.user_id) u.user_id, o.order_id from users u join orders o on u.user_id=o.user_id order by u.user_id, o.order_date desc
