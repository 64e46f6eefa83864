-- as an analyst or a model writes it
select u.user_id from users u except select user_id from orders
