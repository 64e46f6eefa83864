-- unsafe_pattern: hostile or wrong, found at any depth
select substring('aaa' similar email escape '#') from users
