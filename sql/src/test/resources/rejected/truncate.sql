-- not_a_query: a write
TRUNCATE users
