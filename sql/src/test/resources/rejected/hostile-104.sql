-- opaque_column: hostile or wrong, found at any depth
select max(email) from customers
