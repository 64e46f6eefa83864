-- NOT IN with a subquery
SELECT product_name FROM products WHERE product_id NOT IN (SELECT product_id FROM order_items WHERE product_id IS NOT NULL)
