-- unsafe_pattern: hostile or wrong, found at any depth
select 1 where 'aaaa' ~ ('(' || 'a*)\1')
