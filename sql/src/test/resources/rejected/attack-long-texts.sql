-- resource_limit: long texts 1
WITH t0 AS (SELECT repeat('x', 10000) a), t1 AS (SELECT a||a||a||a||a||a||a||a||a||a a FROM t0), t2 AS (SELECT a||a||a||a||a||a||a||a||a||a a FROM t1), t3 AS (SELECT a||a||a||a||a||a||a||a||a||a a FROM t2), t4 AS (SELECT a||a||a||a||a||a||a||a||a||a a FROM t3) SELECT length(a) FROM t4

-- resource_limit: long texts 2
SELECT replace(repeat('x', 10000), 'x', repeat('y', 10000))

-- resource_limit: long texts 3
SELECT regexp_replace(repeat('x', 10000), 'x', repeat('y', 10000), 'g')

-- resource_limit: long texts 4
SELECT repeat(replace(repeat('x', 5000), 'x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'), 10000)

-- resource_limit: long texts 5
SELECT lpad(lpad('x', 10000), 100000000)

-- resource_limit: long texts 6
SELECT repeat(a, 10000) FROM (SELECT repeat('x', 10000) AS a) t

-- resource_limit: long texts 7
SELECT repeat(x, 10000) FROM (SELECT string_agg(email, '') AS x FROM users) t

-- resource_limit: long texts 8
SELECT array_to_string(array_fill(repeat('x', 10000), ARRAY[100000]), '')

-- resource_limit: long texts 9
SELECT array_fill(1, ARRAY[10, 10, 10, 10, 10, 10])

-- resource_limit: long texts 10
SELECT array_fill(1, ARRAY[n]) FROM (SELECT 1000000000 AS n) t

-- resource_limit: long texts 11
SELECT string_agg(repeat('x', 10000), '') FROM orders a, orders b

-- resource_limit: long texts 12
SELECT to_char(1, repeat('9', 100000000))

-- resource_limit: long texts 13
SELECT rpad(email, 2000000000) FROM users

-- resource_limit: long texts 14
SELECT repeat('x', 2 ^ 30 :: int)

-- resource_limit: long texts 15
SELECT repeat('x', length(repeat('y', 10000)) * 10000)

-- resource_limit: long texts 16
SELECT repeat('x', (10 ^ 9)::int)

-- resource_limit: long texts 17
SELECT repeat('x', 1 << 30)

-- resource_limit: long texts 18
SELECT repeat('x', 0x7fffffff)

-- resource_limit: long texts 19
SELECT repeat('x', CASE WHEN true THEN 1000000000 END)

-- resource_limit: long texts 20
SELECT repeat('x', coalesce(NULL, 1000000000))

-- resource_limit: long texts 21
SELECT repeat('x', greatest(1, 1000000000))

-- resource_limit: long texts 22
SELECT repeat('x', (ARRAY[1000000000])[1])

-- resource_limit: long texts 23
SELECT repeat('x', ('{"a":1000000000}'::jsonb ->> 'a')::int)

-- resource_limit: long texts 24
SELECT repeat('x', extract(epoch FROM now())::int)

-- resource_limit: long texts 25
SELECT repeat('x', to_number('1000000000', '9999999999')::int)

-- resource_limit: long texts 26
SELECT repeat('x', sum(g)::int) FROM generate_series(1, 100000) g

-- resource_limit: long texts 27
SELECT repeat('x', count(*)::int * 100000000) FROM users

-- resource_limit: long texts 28
SELECT repeat('x', row_number() OVER () :: int * 1000000) FROM users

-- resource_limit: long texts 29
SELECT repeat('x', factorial(12)::int)

-- resource_limit: long texts 30
SELECT repeat('x', ascii('z') * 100000000)

-- resource_limit: long texts 31
SELECT * FROM generate_series(1, length(repeat('x', 10000)) * 1000000)

-- unsafe_pattern: long texts 32
SELECT regexp_replace(email, '(.)(.)\2\1', '') FROM users
