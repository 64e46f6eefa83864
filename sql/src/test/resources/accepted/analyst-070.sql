-- as an analyst or a model writes it
select * from users u join orders o on u.user_id = o.user_id and o.total_amount > 1 where u.is_active
