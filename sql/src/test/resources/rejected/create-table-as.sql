-- not_a_query: definition
CREATE TABLE x AS SELECT * FROM users
