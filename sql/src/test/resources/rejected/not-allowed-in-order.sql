-- table_not_allowed: in ORDER BY
SELECT 1 FROM users ORDER BY (SELECT max(salary) FROM hr.salaries)
