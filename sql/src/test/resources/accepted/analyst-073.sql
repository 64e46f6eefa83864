-- as an analyst or a model writes it
select order_id from orders where status <> all (array['a','b'])
