-- table_not_allowed: in TABLESAMPLE
SELECT 1 FROM users TABLESAMPLE system ((SELECT 1 FROM hr.salaries))
