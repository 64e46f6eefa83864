-- resource_limit: hostile or wrong, found at any depth
select string_agg(repeat('x', 10000), '') from generate_series(1, 1000000)
