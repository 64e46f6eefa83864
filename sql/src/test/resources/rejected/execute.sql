-- not_a_query: runs a hidden statement
EXECUTE p
