-- unsafe_pattern: hostile or wrong, found at any depth
select 'a' ~ any(array(select email from users))
