-- locking_clause: locks rows
SELECT * FROM users FOR UPDATE
