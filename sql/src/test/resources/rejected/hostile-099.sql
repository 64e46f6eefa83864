-- unsafe_pattern: hostile or wrong, found at any depth
select substring('aaa' from email) from users
