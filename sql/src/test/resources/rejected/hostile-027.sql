-- unsafe_pattern: hostile or wrong, found at any depth
select * from users where email similar to '(a|b)\1'
