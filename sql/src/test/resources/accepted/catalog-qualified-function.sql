-- functions and operators with their schema
SELECT pg_catalog.lower(email), 1 OPERATOR(pg_catalog.+) 2 FROM users
