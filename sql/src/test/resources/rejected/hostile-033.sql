-- resource_limit: hostile or wrong, found at any depth
select array_fill(0, array[2147483647])
