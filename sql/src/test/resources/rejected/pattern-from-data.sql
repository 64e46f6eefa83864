-- unsafe_pattern: a pattern from the data
SELECT 'a' ~ email FROM users
