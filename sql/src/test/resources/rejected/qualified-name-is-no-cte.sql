-- table_not_allowed: a qualified name never means a common table expression
WITH salaries AS (SELECT 1) SELECT * FROM hr.salaries
