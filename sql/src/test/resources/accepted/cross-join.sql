-- a cross join
SELECT c.category_name, r.region_name FROM categories c CROSS JOIN regions r
