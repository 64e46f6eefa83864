-- a tree
WITH RECURSIVE tree AS (
  SELECT category_id, category_name, 1 AS depth, category_name::text AS path FROM categories WHERE parent_category_id IS NULL
  UNION ALL
  SELECT c.category_id, c.category_name, t.depth + 1, t.path || ' > ' || c.category_name FROM categories c JOIN tree t ON t.category_id = c.parent_category_id)
SELECT * FROM tree ORDER BY path
