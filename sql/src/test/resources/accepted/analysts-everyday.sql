-- everyday 1
SELECT DISTINCT ON (region_id) region_id, order_id, total_amount FROM orders ORDER BY region_id, total_amount DESC

-- everyday 2
TABLE regions ORDER BY region_name LIMIT 2

-- everyday 3
SELECT string_agg(DISTINCT status, ', ' ORDER BY status DESC) FROM orders

-- everyday 4
SELECT corr(price, cost), covar_pop(price, cost), regr_slope(price, cost), regr_r2(price, cost), regr_intercept(price, cost), stddev_samp(price), variance(price) FROM products

-- everyday 5
SELECT count(*) FROM users WHERE phone IS DISTINCT FROM email

-- everyday 6
SELECT count(*) FROM orders WHERE total_amount BETWEEN SYMMETRIC 500 AND 100

-- everyday 7
SELECT 'a'

-- everyday 8
SELECT N'abc'

-- everyday 9
SELECT count(*) FROM orders TABLESAMPLE bernoulli (50) REPEATABLE (42)

-- everyday 10
SELECT CASE status WHEN 'shipped' THEN 'S' WHEN 'delivered' THEN 'D' ELSE '?' END c, sum(total_amount) FROM orders GROUP BY c

-- everyday 11
SELECT normalize('é', NFC), 'é' IS NFC NORMALIZED, unistr('d\0061t')

-- everyday 12
SELECT bool_and(is_active), bool_or(is_active), every(is_active), count(*) FILTER (WHERE NOT is_active) FROM users

-- everyday 13
SELECT is_active IS NOT TRUE, is_active IS UNKNOWN, NOT is_active FROM users

-- everyday 14
SELECT COUNT(DISTINCT (region_id, status)) FROM orders

-- everyday 15
SELECT sum(amount) FROM sales.targets WHERE quarter = DATE '2024-01-01'

-- everyday 16
SELECT public.users.email FROM public.users

-- everyday 17
SELECT 1 WHERE 1 = 1 AND NULL IS NULL

-- everyday 18
SELECT 1_000_000, 0xFF, 0o17, 0b101, 1e3, .5, 5.

-- everyday 19
SELECT -5 ^ 2, - 2 * -3, 2 - -1, +5

-- everyday 20
SELECT 'a' < 'b', 'a' <> 'b', 'a' != 'b', 1 >= 1

-- everyday 21
SELECT 10 BETWEEN 1 AND 20 AND 5 IN (1, 5)

-- everyday 22
SELECT id, email FROM customers ORDER BY id

-- everyday 23
SELECT attributes FROM customers

-- everyday 24
SELECT DISTINCT ON (1) region_id, status FROM orders ORDER BY 1, 2

-- everyday 25
SELECT DISTINCT region_id, status FROM orders ORDER BY region_id DESC

-- everyday 26
SELECT region FROM revenue_by_region WHERE revenue > 10

-- everyday 27
SELECT sum(quantity * unit_price) - sum(discount) AS net FROM order_items

-- everyday 28
SELECT count(u) FROM users u

-- everyday 29
SELECT price FROM products WHERE price IS NOT NULL ORDER BY abs(price - 50) LIMIT 3

-- everyday 30
SELECT status, total_amount FROM orders ORDER BY 1 ASC NULLS FIRST, 2 DESC

-- everyday 31
SELECT exp(sum(ln(price))) FROM products WHERE price > 0 AND price < 20

-- everyday 32
SELECT count(*) FILTER (WHERE day IS NOT NULL), count(day), count(*) - count(day) FROM events

-- everyday 33
SELECT price FROM products OFFSET 2 LIMIT 3

-- everyday 34
SELECT DISTINCT status FROM orders ORDER BY status NULLS LAST

-- everyday 35
SELECT status FROM orders GROUP BY status ORDER BY count(*) DESC, sum(total_amount)

-- everyday 36
SELECT * FROM users WHERE is_active = true AND is_active != false AND is_active IS NOT FALSE

-- everyday 37
SELECT greatest(1, 2, NULL), least('a', 'b'), nullif(0, 0), coalesce(NULL, NULL, 3)

-- everyday 38
SELECT 1 ISNULL, 2 NOTNULL

-- everyday 39
SELECT string_agg(email, E'\n' ORDER BY email) FROM users

-- everyday 40
SELECT bool_and(total_amount > 0), every(total_amount < 1e6), bit_xor(region_id) FROM orders

-- everyday 41
select   region_id  ,count ( * )  from   orders  group   by  region_id

-- everyday 42
SELECT ORDERS.STATUS FROM Orders

-- everyday 43
SELECT sales.targets.amount FROM sales.targets

-- everyday 44
SELECT count(*) FROM orders, payments, regions WHERE orders.order_id = payments.order_id AND regions.region_id = orders.region_id

-- everyday 45
SELECT *, total_amount * 2 AS dbl FROM orders

-- everyday 46
SELECT o.*, o.total_amount - o.tax_amount AS net FROM orders AS o

-- everyday 47
SELECT users.*, orders.status FROM users, orders WHERE users.user_id = orders.user_id

-- everyday 48
SELECT p.product_name FROM products p WHERE p.stock_quantity < 10 AND p.is_active ORDER BY p.stock_quantity ASC, 1

-- everyday 49
SELECT * FROM measurements WHERE taken BETWEEN '2024-05-01' AND '2024-05-02' ORDER BY taken DESC

-- everyday 50
SELECT word FROM string_to_table('a b c', ' ') AS word

-- everyday 51
SELECT count(*) FROM users TABLESAMPLE SYSTEM (100)

-- everyday 52
SELECT public.revenue_by_region.region FROM public.revenue_by_region

-- everyday 53
SELECT 1; 

-- everyday 54
SELECT count(*) FROM orders WHERE status = 'shipped' AND (total_amount > 100 OR (region_id = 1 AND (tax_amount < 5 OR (shipping_amount = 0))))

-- everyday 55
SELECT user_id FROM users GROUP BY user_id HAVING true

-- everyday 56
SELECT avg(rating), avg(rating) FILTER (WHERE helpful_count > 2), variance(rating), stddev_pop(rating) FROM reviews
