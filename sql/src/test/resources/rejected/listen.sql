-- not_a_query: waits for messages
LISTEN x
