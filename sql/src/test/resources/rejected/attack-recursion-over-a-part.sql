-- resource_limit: rows that are made of each row of the table
WITH RECURSIVE t(id) AS (SELECT 1 UNION ALL SELECT c.category_id FROM t JOIN (SELECT category_id, generate_series(1, 1000) AS n FROM categories) c ON c.category_id = t.id) SELECT count(*) FROM t

-- resource_limit: a table crossed with rows that are made
WITH RECURSIVE t(id) AS (SELECT 1 UNION ALL SELECT c.category_id FROM t JOIN (SELECT category_id FROM categories, generate_series(1, 1000) AS n) c ON c.category_id = t.id) SELECT count(*) FROM t
