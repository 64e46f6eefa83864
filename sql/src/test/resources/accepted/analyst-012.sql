-- as an analyst or a model writes it
select * from orders o join order_items i using (order_id) join products p using (product_id)
