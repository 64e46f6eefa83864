-- opaque_column: hostile or wrong, found at any depth
select email || '' from customers
