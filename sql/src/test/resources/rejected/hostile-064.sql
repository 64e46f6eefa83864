-- resource_limit: hostile or wrong, found at any depth
select numeric '1e131071' * 2
