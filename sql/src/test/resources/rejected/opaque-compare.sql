-- opaque_column: another operator would be used
SELECT id FROM customers WHERE email = 'a'
