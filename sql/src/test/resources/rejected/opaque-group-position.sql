-- opaque_column: grouping compares
SELECT email, count(*) FROM customers GROUP BY 1
