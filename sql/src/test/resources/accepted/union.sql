-- set operations
SELECT email FROM users WHERE is_active UNION SELECT country FROM regions ORDER BY email LIMIT 5
