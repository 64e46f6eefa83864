-- as an analyst or a model writes it
select * from users, lateral (select * from orders where orders.user_id = users.user_id) o
