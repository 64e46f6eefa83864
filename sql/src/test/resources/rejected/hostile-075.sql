-- not_a_query: hostile or wrong, found at any depth
create temp table x as select 1
