-- not_a_query: hostile or wrong, found at any depth
security label on table x is 'a'
