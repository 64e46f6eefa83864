-- opaque_column: hostile or wrong, found at any depth
select id from customers where attributes ? 'a'
