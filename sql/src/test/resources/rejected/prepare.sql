-- not_a_query: hides a statement
PREPARE p AS DELETE FROM users
