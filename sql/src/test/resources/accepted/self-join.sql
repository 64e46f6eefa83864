-- the same table twice
SELECT child.category_name, parent.category_name AS parent FROM categories child LEFT JOIN categories parent ON parent.category_id = child.parent_category_id
