-- not_a_query: a write
INSERT INTO users (email) VALUES ('x')
