-- resource_limit: a huge array
SELECT array_fill(1, ARRAY[100000, 100000])
