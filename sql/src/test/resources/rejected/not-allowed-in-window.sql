-- table_not_allowed: in a window's definition
SELECT count(*) OVER (ORDER BY (SELECT max(salary) FROM hr.salaries)) FROM users
