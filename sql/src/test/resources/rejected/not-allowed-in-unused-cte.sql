-- table_not_allowed: in a common table expression nobody uses
WITH x AS (SELECT * FROM hr.salaries) SELECT 1
