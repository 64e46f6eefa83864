-- resource_limit: an array that is unnested once for each number of a long series
SELECT unnest(array_fill(1, ARRAY[100000])) FROM generate_series(1, 1000000)

-- resource_limit: nothing that is drawn bounds a recursion
WITH RECURSIVE t AS (SELECT random() AS r UNION ALL SELECT random() FROM t WHERE r < 2) SELECT count(*) FROM t

-- resource_limit: a power of a factorial
SELECT factorial(1000) ^ 100

-- resource_limit: bits filled up to the length of their type
SELECT 1::bit(83886080)

-- resource_limit: characters filled up to the length of their type
SELECT 'a'::char(10485760) FROM orders

-- resource_limit: filled up and put together
SELECT string_agg('a'::char(9000), '') FROM generate_series(1, 1000000)

-- resource_limit: the digits of a cast
SELECT '1e100000'::numeric

-- system_relation: a table of this name inside is another one outside
WITH pg_authid AS (SELECT 1) SELECT * FROM pg_catalog.pg_authid

-- system_relation: where a percentage of a sample stands
SELECT * FROM orders TABLESAMPLE BERNOULLI ((SELECT count(*) FROM pg_authid))

-- system_relation: in DISTINCT ON
SELECT DISTINCT ON ((SELECT count(*) FROM pg_authid)) 1 FROM orders

-- system_relation: as the end of a series
SELECT * FROM generate_series(1, (SELECT count(*) FROM pg_authid))

-- function_not_allowed: a server's environment
SELECT pg_read_file('/proc/self/environ', 0, 100)

-- type_not_allowed: an array of names that are looked up
SELECT '{users}'::regclass[]

-- type_not_allowed: a name that is looked up in JSON
SELECT * FROM jsonb_to_recordset('[{"a":"users"}]') AS x(a regclass)

-- unsafe_pattern: a back-reference in a JSON path
SELECT jsonb_path_exists('"aaa"', '$ ? (@ like_regex "(a)\\1")')

-- multiple_statements: dollar quotes that only look like one
SELECT $a$ $b$ $a$; DELETE FROM users; SELECT $b$ $b$

-- function_not_allowed: a search configuration by its number
SELECT to_tsvector(10000, email) FROM users

-- function_not_allowed: a search configuration by a computed number
SELECT to_tsquery(length(email), 'x') FROM users

-- function_not_allowed: a headline's search configuration by its number
SELECT ts_headline(3748, email, to_tsquery('x')) FROM users

-- function_not_allowed: a search configuration from the data
SELECT plainto_tsquery(first_name::varchar, email) FROM users
