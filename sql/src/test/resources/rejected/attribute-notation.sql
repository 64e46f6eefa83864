-- unknown_column: a call written as a column
SELECT u.pg_sleep FROM users u
