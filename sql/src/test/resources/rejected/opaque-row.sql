-- opaque_column: through a whole row
SELECT row_to_json(c) FROM customers c
