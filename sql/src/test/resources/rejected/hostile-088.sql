-- not_a_query: hostile or wrong, found at any depth
comment on table users is 'x'
