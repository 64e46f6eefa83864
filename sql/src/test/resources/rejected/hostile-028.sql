-- unsafe_pattern: hostile or wrong, found at any depth
select regexp_like('a', '(a)\1')
