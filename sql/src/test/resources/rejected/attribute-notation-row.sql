-- unknown_column: a call written as a field of a row
SELECT (u).row_security_active FROM users u
