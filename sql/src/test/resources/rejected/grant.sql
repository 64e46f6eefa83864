-- not_a_query: rights
GRANT ALL ON users TO public
