-- resource_limit: a count from a subquery
SELECT repeat('x', (SELECT 1000000000))
