-- multiple_statements: two statements
SELECT 1; DROP TABLE users
