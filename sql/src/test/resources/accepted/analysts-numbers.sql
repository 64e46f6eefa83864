-- numbers 1
SELECT status, count(*) FILTER (WHERE total_amount > 100) AS big, round(avg(total_amount), 2) FROM orders GROUP BY status ORDER BY 2 DESC NULLS LAST

-- numbers 2
SELECT sum(CASE WHEN is_active THEN 1 ELSE 0 END)::float / count(*) FROM users

-- numbers 3
SELECT gen_random_uuid(), uuidv7()

-- numbers 4
SELECT random(), random() * 10, floor(random() * 6 + 1)::int, random(1, 6)

-- numbers 5
SELECT * FROM orders ORDER BY random() LIMIT 5

-- numbers 6
SELECT NULL, NULL::text, TRUE, FALSE, 't'::boolean

-- numbers 7
SELECT 7 / 2, 7 / 2.0, 7::numeric / 2, mod(7, 2), div(7, 2)

-- numbers 8
SELECT ceil(total_amount / 100) * 100 AS bucket, count(*) FROM orders GROUP BY 1 ORDER BY 1

-- numbers 9
SELECT erf(0.5), gamma(5), random_normal(0, 1), crc32('abc')

-- numbers 10
SELECT sum(total_amount) AS total, round(sum(total_amount) / count(DISTINCT user_id), 2) AS arpu FROM orders

-- numbers 11
SELECT power(1 + 0.05 / 12, 12 * 30), (1.05 ^ 10)::numeric(10, 4), exp(-0.1 * 5)

-- numbers 12
SELECT power(price, 2), price ^ 2, exp(ln(price)), exp(avg(ln(price))) FROM products WHERE price > 0 GROUP BY price

-- numbers 13
SELECT round(price, -1) AS bucket, count(*) FROM products GROUP BY bucket

-- numbers 14
SELECT floor(price / 25) * 25 AS lo, count(*) FROM products GROUP BY 1

-- numbers 15
SELECT (avg(price) - 10) / nullif(stddev(price), 0) AS z FROM products

-- numbers 16
SELECT * FROM orders WHERE region_id <> ALL ('{1,2}') AND status = ANY ('{shipped,delivered}'::text[])

-- numbers 17
SELECT 1 IS DISTINCT FROM NULL, NULL IS NOT DISTINCT FROM NULL, (1 = 1) IS TRUE, (NULL::bool) IS UNKNOWN

-- numbers 18
SELECT count(*), count(DISTINCT email), count(*) FILTER (WHERE phone IS NULL)::float / count(*) FROM users

-- numbers 19
SELECT random() < 0.1, (random() * 100)::int, md5(random()::text)

-- numbers 20
SELECT 0.1 + 0.2, 1e-3, 1.5e10, 123456789012345678901234567890, 'NaN'::float8, 'Infinity'::numeric

-- numbers 21
SELECT factorial(10), sqrt(2)::numeric(10, 5), cbrt(8), log(10, 1000), log10(100), pi(), radians(180), asin(1), atan2(1, 1), tanh(0.5)
