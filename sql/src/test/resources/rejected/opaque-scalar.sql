-- opaque_column: through a scalar subquery
SELECT (SELECT email FROM customers LIMIT 1) || 'x'
