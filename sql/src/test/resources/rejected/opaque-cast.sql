-- opaque_column: a cast may run the extension's code
SELECT email::text FROM customers
