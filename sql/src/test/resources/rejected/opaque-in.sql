-- opaque_column: through IN
SELECT 1 WHERE 'a' IN (SELECT email FROM customers)
