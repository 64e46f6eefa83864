-- resource_limit: hostile or wrong, found at any depth
select factorial(5000)
