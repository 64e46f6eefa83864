-- not_a_query: hostile or wrong, found at any depth
load 'x'
