-- table_not_allowed: in WITHIN GROUP
SELECT mode() WITHIN GROUP (ORDER BY (SELECT 1 FROM hr.salaries)) FROM users
