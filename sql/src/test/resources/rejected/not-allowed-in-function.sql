-- table_not_allowed: in an argument of a function in FROM
SELECT * FROM generate_series(1, (SELECT 1 FROM hr.salaries)) g
