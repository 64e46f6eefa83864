-- resource_limit: a small step
SELECT count(*) FROM generate_series(0, 1000, 0.000001)
