-- table_not_allowed: outside the request's tables, deep
SELECT 1 FROM users WHERE EXISTS (SELECT 1 FROM hr.salaries)
