-- not_a_query: executes what it explains
EXPLAIN ANALYZE DELETE FROM users
