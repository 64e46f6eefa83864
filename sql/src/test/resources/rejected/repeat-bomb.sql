-- resource_limit: a gigabyte of text
SELECT repeat('x', 1000000000)
