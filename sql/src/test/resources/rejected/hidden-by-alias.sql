-- unknown_table: an alias hides the table's name
SELECT users.email FROM users u
