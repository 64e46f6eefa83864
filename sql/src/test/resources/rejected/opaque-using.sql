-- opaque_column: a join compares
SELECT 1 FROM customers a JOIN customers b USING (email)
