-- not_a_query: reads a file
COPY users FROM '/etc/passwd'
