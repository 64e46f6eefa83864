-- a tree over a part of the table
WITH RECURSIVE tree AS (SELECT category_id, 1 AS depth FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, t.depth + 1 FROM tree t JOIN (SELECT category_id, parent_category_id FROM categories WHERE category_name <> 'Books') c ON c.parent_category_id = t.category_id) SELECT category_id, depth FROM tree ORDER BY 1

-- whole rows on the way
WITH RECURSIVE t(id, found) AS (SELECT category_id, NULL::text FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c::text FROM categories c, t WHERE c.parent_category_id = t.id) SELECT id, found FROM t ORDER BY id
