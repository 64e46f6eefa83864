-- resource_limit: padding
SELECT lpad('x', 1000000000)
