-- select_into: creates a table
SELECT * INTO copied FROM users
