-- column names for a common table expression
WITH t(a, b) AS (SELECT region_id, country FROM regions) SELECT a FROM t WHERE b = 'Germany'
