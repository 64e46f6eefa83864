-- not_a_query: hostile or wrong, found at any depth
alter system set x = 1
