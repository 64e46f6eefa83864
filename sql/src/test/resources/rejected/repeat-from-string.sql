-- resource_limit: a count from a string
SELECT repeat('x', '1000000000')
