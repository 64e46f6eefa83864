-- table_not_allowed: in DISTINCT ON
SELECT DISTINCT ON ((SELECT 1 FROM hr.salaries)) 1 FROM users
