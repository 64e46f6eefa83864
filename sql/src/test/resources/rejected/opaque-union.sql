-- opaque_column: a union compares
SELECT email FROM customers UNION SELECT email FROM customers
