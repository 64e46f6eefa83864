-- unknown_table: no such range
SELECT x.email FROM users u
