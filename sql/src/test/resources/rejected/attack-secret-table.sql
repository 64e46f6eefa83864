-- function_not_allowed: secret table 1
SELECT to_tsvector('hr.conf', 'x')

-- table_not_allowed: secret table 2
WITH users AS (SELECT * FROM hr.salaries) SELECT * FROM users

-- table_not_allowed: secret table 3
WITH salaries AS (TABLE hr.salaries) SELECT 1 FROM users

-- table_not_allowed: secret table 4
SELECT * FROM users NATURAL JOIN hr.salaries

-- table_not_allowed: secret table 5
SELECT * FROM users JOIN hr.salaries USING (user_id)

-- unsupported_syntax: secret table 6
SELECT (hr.salaries).salary FROM users

-- unknown_table: secret table 7
SELECT hr.salaries FROM users

-- unknown_table: secret table 8
SELECT salaries.* FROM users

-- table_not_allowed: secret table 9
SELECT * FROM users ORDER BY (SELECT salary FROM hr.salaries LIMIT 1)

-- table_not_allowed: secret table 10
SELECT * FROM users GROUP BY ROLLUP ((SELECT max(salary) FROM hr.salaries))

-- table_not_allowed: secret table 11
SELECT count(*) OVER w FROM users WINDOW w AS (PARTITION BY (SELECT 1 FROM hr.salaries))

-- table_not_allowed: secret table 12
SELECT sum(1) OVER (ORDER BY 1 ROWS (SELECT count(*) FROM hr.salaries) PRECEDING) FROM users

-- table_not_allowed: secret table 13
SELECT 1 OFFSET (SELECT count(*) FROM hr.salaries)

-- unsupported_syntax: secret table 14
SELECT * FROM shop.hr.salaries

-- table_not_allowed: secret table 15
SELECT GROUPING(email) FROM users u, hr.salaries GROUP BY email

-- collation_not_allowed: secret table 16
SELECT email COLLATE hr."C" FROM users
