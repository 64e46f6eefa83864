-- opaque_column: hostile or wrong, found at any depth
select coalesce(email, 'x') from customers
