-- table_not_allowed: outside the request's tables
SELECT * FROM hr.salaries
