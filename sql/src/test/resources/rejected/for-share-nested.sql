-- locking_clause: locks rows
SELECT * FROM (SELECT * FROM users FOR SHARE SKIP LOCKED) t
