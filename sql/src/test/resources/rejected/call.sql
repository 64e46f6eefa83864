-- not_a_query: runs code
CALL something()
