-- unsupported_syntax: ordering by an operator
SELECT email FROM users ORDER BY email USING <
