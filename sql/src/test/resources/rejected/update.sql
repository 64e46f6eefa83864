-- not_a_query: a write
UPDATE users SET email = 'x'
