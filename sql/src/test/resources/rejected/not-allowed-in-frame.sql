-- table_not_allowed: in a window's frame
SELECT count(*) OVER (ORDER BY email ROWS (SELECT 1 FROM hr.salaries) PRECEDING) FROM users
