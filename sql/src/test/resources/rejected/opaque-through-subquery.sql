-- opaque_column: through a subquery
SELECT x FROM (SELECT email AS x FROM customers) t WHERE x LIKE 'a%'
