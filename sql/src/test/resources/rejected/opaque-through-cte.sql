-- opaque_column: through a common table expression
WITH t AS (SELECT email FROM customers) SELECT count(DISTINCT email) FROM t
