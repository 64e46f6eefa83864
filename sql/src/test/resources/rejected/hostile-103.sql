-- opaque_column: hostile or wrong, found at any depth
select json_agg(c) from customers c
