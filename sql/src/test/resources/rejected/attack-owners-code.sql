-- function_not_allowed: owners code 1
SELECT * FROM users u WHERE public.lower(u.email) = 'x'

-- function_not_allowed: owners code 2
SELECT hr.f(1)

-- function_not_allowed: owners code 3
SELECT evil(email) FROM users

-- operator_not_allowed: owners code 4
SELECT 1 OPERATOR(hr.+) 2

-- function_not_allowed: owners code 5
SELECT my_agg(total_amount) FROM orders

-- function_not_allowed: owners code 6
SELECT my_agg(total_amount) OVER () FROM orders

-- function_not_allowed: owners code 7
SELECT public.my_agg(total_amount) WITHIN GROUP (ORDER BY total_amount) FROM orders

-- function_not_allowed: owners code 8
SELECT * FROM evil_srf() AS t(a int)

-- function_not_allowed: owners code 9
SELECT * FROM LATERAL evil_srf()

-- function_not_allowed: owners code 10
SELECT 1 FROM users LIMIT evil()

-- function_not_allowed: owners code 11
SELECT 1 FROM users OFFSET evil()

-- function_not_allowed: owners code 12
SELECT 1 FROM users FETCH FIRST (evil()) ROWS ONLY

-- function_not_allowed: owners code 13
SELECT 1 FROM users GROUP BY evil()

-- function_not_allowed: owners code 14
SELECT 1 FROM users HAVING evil()

-- function_not_allowed: owners code 15
SELECT sum(1) OVER (ROWS evil() PRECEDING) FROM users

-- function_not_allowed: owners code 16
SELECT count(*) FILTER (WHERE evil()) FROM users

-- function_not_allowed: owners code 17
SELECT CASE evil() WHEN 1 THEN 2 END

-- function_not_allowed: owners code 18
SELECT * FROM users TABLESAMPLE bernoulli (10) REPEATABLE (evil())

-- function_not_allowed: owners code 19
SELECT tags[evil()] FROM events

-- function_not_allowed: owners code 20
SELECT 1 = ANY (evil())

-- function_not_allowed: owners code 21
SELECT evil() BETWEEN 1 AND 2

-- function_not_allowed: owners code 22
SELECT 'a' LIKE 'b' ESCAPE evil()

-- function_not_allowed: owners code 23
SELECT GREATEST(1, evil())

-- function_not_allowed: owners code 24
SELECT ROW(evil())

-- function_not_allowed: owners code 25
SELECT (SELECT evil())

-- view_not_opened: owners code 26
SELECT * FROM public.top_selling_products

-- unsupported_syntax: owners code 27
SELECT * FROM postgres.public.users

-- collation_not_allowed: owners code 28
SELECT email COLLATE "evil" FROM users
