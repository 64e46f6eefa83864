-- not_a_query: definition
ALTER TABLE users ADD COLUMN x int
