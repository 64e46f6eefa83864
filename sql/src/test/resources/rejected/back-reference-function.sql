-- unsafe_pattern: in a function
SELECT regexp_replace(email, '(.)\1', '') FROM users
