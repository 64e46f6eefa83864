-- not_a_query: changes the session
SET statement_timeout = 0
