-- table_not_allowed: in ON
SELECT 1 FROM users u JOIN orders o ON u.user_id = (SELECT user_id FROM hr.salaries)
