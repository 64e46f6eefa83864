-- opaque_column: distinct compares
SELECT DISTINCT email FROM customers
