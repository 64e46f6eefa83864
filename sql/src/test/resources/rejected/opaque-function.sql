-- opaque_column: another function would be used
SELECT lower(email) FROM customers
