-- substring by position
SELECT substring(email, 1, 3), substring(email from position('@' in email) + 1), substring(email from 2 for 3), left(email, 3), right(email, 2), split_part(email, '@', 2), strpos(email, '@') FROM users
