-- not_a_query: definition
DROP TABLE users
