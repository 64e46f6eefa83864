-- as an analyst or a model writes it
select sum(quantity * unit_price * (1 - coalesce(discount, 0) / 100.0)) from order_items
