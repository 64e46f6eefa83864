-- as an analyst or a model writes it
with recursive t as (select category_id, 0 as lvl from categories where parent_category_id is null union all select c.category_id, lvl+1 from categories c join t on t.category_id = c.parent_category_id) select repeat('  ', lvl) || category_id from t
