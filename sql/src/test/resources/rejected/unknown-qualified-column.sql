-- unknown_column: no such column
SELECT u.passwrd FROM users u
