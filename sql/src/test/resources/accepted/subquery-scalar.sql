-- a scalar subquery
SELECT product_name, price - (SELECT avg(price) FROM products) AS difference FROM products
