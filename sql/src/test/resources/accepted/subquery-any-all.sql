-- comparison with all and any
SELECT product_name FROM products WHERE price >= ALL (SELECT price FROM products) OR price = ANY (SELECT min(price) FROM products)
