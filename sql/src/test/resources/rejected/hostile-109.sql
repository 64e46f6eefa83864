-- opaque_column: hostile or wrong, found at any depth
select count(distinct attributes) from customers
