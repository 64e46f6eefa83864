-- resource_limit: a count from VALUES
SELECT repeat('x', n) FROM (VALUES (1000000000)) v(n)
