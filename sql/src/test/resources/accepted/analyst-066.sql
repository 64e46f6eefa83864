-- as an analyst or a model writes it
select lpad(category_id::text, 5, '0') from categories
