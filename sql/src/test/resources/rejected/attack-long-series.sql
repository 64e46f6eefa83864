-- table_not_allowed: long series 1
SELECT * FROM generate_series(1, 3) WHERE EXISTS (TABLE hr.salaries)

-- function_not_allowed: long series 2
SELECT * FROM ROWS FROM (evil_srf(), generate_series(1, 2)) x

-- resource_limit: long series 3
SELECT count(*) FROM generate_series(1, 100000) a WHERE EXISTS (SELECT 1 FROM generate_series(1, 100000) b WHERE b > a)

-- resource_limit: long series 4
SELECT unnest(array_agg(a)) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b

-- resource_limit: long series 5
SELECT generate_series(1, 2147483647)

-- resource_limit: long series 6
SELECT generate_series(-1e9::int, 1e9::int)

-- resource_limit: long series 7
SELECT generate_series(1, (SELECT 1000000000))

-- resource_limit: long series 8
SELECT * FROM generate_series(now(), now() + interval '100 years', interval '1 second')

-- resource_limit: long series 9
SELECT * FROM generate_series(date '0001-01-01', date '9999-12-31', interval '1 hour')

-- resource_limit: long series 10
SELECT * FROM generate_series(1, 10, 0)

-- resource_limit: long series 11
SELECT * FROM generate_series(1::numeric, 2, 1e-9)

-- resource_limit: long series 12
SELECT * FROM generate_series('2024-01-01'::timestamp, 'infinity', '1 day')
