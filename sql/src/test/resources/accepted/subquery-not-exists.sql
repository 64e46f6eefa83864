-- a correlated NOT EXISTS
SELECT u.email FROM users u WHERE NOT EXISTS (SELECT * FROM reviews r WHERE r.user_id = u.user_id)
