-- view_not_opened: a view nobody opened
SELECT * FROM top_selling_products
