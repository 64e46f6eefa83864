-- as an analyst or a model writes it
with recursive t as (select category_id, parent_category_id, array[category_id] as path from categories where parent_category_id is null union all select c.category_id, c.parent_category_id, t.path || c.category_id from categories c join t on c.parent_category_id = t.category_id where not c.category_id = any(t.path)) select * from t
