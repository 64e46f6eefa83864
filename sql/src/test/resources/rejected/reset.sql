-- not_a_query: changes the session
RESET ALL
