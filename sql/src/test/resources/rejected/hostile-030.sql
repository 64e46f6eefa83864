-- resource_limit: hostile or wrong, found at any depth
select repeat('a', 2147483647)
