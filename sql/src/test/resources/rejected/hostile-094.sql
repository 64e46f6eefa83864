-- resource_limit: hostile or wrong, found at any depth
select format('%1$s %1$*2$s', 'a', 100000000)
