-- not_a_query: hostile or wrong, found at any depth
reindex table users
