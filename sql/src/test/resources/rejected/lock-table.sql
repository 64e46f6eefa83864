-- not_a_query: locks
LOCK TABLE users
