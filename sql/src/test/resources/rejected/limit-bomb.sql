-- resource_limit: a huge limit
SELECT * FROM users LIMIT 1000000000
