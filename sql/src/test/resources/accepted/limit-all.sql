-- no limit
SELECT email FROM users LIMIT ALL
