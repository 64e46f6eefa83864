-- unknown_column: a system column
SELECT u.tableoid FROM users u
