-- unsafe_pattern: in substring
SELECT substring(email from '(.)\1') FROM users
