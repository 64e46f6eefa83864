-- resource_limit: long texts put together over a long series
SELECT string_agg(repeat('x', 10000), '') FROM generate_series(1, 1000000)
