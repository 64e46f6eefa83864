-- opaque_column: ordering compares
SELECT email FROM customers ORDER BY email
