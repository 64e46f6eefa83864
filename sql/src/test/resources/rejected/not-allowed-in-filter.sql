-- table_not_allowed: in FILTER
SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM hr.salaries)) FROM users
