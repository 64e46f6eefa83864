-- unsafe_pattern: a regular expression that can take forever
SELECT 'a' ~ '(a*)\1'
