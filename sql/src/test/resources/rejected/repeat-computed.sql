-- resource_limit: a computed gigabyte
SELECT repeat('x', 100000 * 10000)
