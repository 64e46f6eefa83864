-- table_not_allowed: in GROUP BY
SELECT 1 FROM users GROUP BY (SELECT 1 FROM hr.salaries)
