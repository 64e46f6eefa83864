-- parameter: a placeholder
SELECT * FROM users WHERE email = $1
