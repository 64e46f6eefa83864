-- unsafe_pattern: hostile or wrong, found at any depth
select substring('aaa', email) from users
