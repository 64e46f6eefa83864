-- a computed limit
SELECT email FROM users ORDER BY 1 LIMIT (SELECT count(*) / 10 FROM users)
