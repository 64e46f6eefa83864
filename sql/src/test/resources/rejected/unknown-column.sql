-- unknown_column: no such column
SELECT emial FROM users
