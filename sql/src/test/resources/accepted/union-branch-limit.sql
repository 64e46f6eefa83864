-- a branch with its own order and limit
(SELECT product_name FROM products ORDER BY price LIMIT 1) UNION ALL (SELECT product_name FROM products ORDER BY price DESC LIMIT 1)
