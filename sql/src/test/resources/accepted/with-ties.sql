-- ties
SELECT product_name FROM products ORDER BY price DESC FETCH FIRST 3 ROWS WITH TIES
