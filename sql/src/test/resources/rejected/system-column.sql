-- unknown_column: a system column
SELECT ctid FROM users
