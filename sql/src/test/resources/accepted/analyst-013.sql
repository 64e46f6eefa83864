-- as an analyst or a model writes it
select sum(o.total_amount) from orders o join order_items i on i.order_id = o.order_id where lower(o.status) = 'shipped' and o.notes like '%x%'
