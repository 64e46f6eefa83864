-- not_a_query: a write
DELETE FROM users
