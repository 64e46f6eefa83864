-- opaque_column: an extension's operator
SELECT attributes -> 'a' FROM customers
