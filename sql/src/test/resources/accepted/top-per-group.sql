-- the best of each group
SELECT * FROM (SELECT p.*, row_number() OVER (PARTITION BY category_id ORDER BY price DESC) AS n FROM products p) ranked WHERE n <= 3
