-- table_not_allowed: in LIMIT
SELECT 1 FROM users LIMIT (SELECT count(*) FROM hr.salaries)
