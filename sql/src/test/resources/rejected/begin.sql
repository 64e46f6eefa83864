-- not_a_query: ends the read-only transaction
COMMIT
