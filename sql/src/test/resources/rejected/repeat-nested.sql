-- resource_limit: a gigabyte in two steps
SELECT repeat(repeat('x', 10000), 10000)
