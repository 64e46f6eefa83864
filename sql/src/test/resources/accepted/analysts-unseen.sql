-- as an analyst writes it
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total_amount) AS median_order FROM orders WHERE status <> 'cancelled'

-- as an analyst writes it
SELECT region_id, percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY total_amount) AS quartiles FROM orders GROUP BY region_id ORDER BY region_id

-- as an analyst writes it
SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY order_date) FROM orders

-- as an analyst writes it
SELECT mode() WITHIN GROUP (ORDER BY payment_method) AS most_common FROM payments

-- as an analyst writes it
SELECT rank(100) WITHIN GROUP (ORDER BY price DESC), dense_rank(100.0) WITHIN GROUP (ORDER BY price DESC), percent_rank(100) WITHIN GROUP (ORDER BY price), cume_dist(100) WITHIN GROUP (ORDER BY price) FROM products

-- as an analyst writes it
SELECT date_trunc('month', order_date) AS month, sum(total_amount) AS revenue, sum(sum(total_amount)) OVER (ORDER BY date_trunc('month', order_date)) AS running FROM orders GROUP BY 1 ORDER BY 1

-- as an analyst writes it
SELECT order_date::date AS day, avg(sum(total_amount)) OVER (ORDER BY order_date::date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS ma7 FROM orders GROUP BY order_date::date ORDER BY day

-- as an analyst writes it
SELECT order_id, order_date, sum(total_amount) OVER (ORDER BY order_date RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) FROM orders

-- as an analyst writes it
SELECT user_id, order_date, lag(order_date) OVER w AS previous, lead(order_date, 1) OVER w AS next, order_date - lag(order_date) OVER w AS gap FROM orders WINDOW w AS (PARTITION BY user_id ORDER BY order_date)

-- as an analyst writes it
SELECT product_name, price, ntile(4) OVER (ORDER BY price) AS quartile, percent_rank() OVER (ORDER BY price), cume_dist() OVER (ORDER BY price) FROM products

-- as an analyst writes it
SELECT category_id, product_name, price, first_value(product_name) OVER w AS dearest, last_value(product_name) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS cheapest, nth_value(product_name, 2) OVER w FROM products WINDOW w AS (PARTITION BY category_id ORDER BY price DESC)

-- as an analyst writes it
SELECT order_id, total_amount, avg(total_amount) OVER (ORDER BY order_date GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM orders

-- as an analyst writes it
SELECT * FROM (SELECT p.*, row_number() OVER (PARTITION BY category_id ORDER BY price DESC) AS rn FROM products p) ranked WHERE rn <= 3

-- as an analyst writes it
SELECT c.category_name, top.product_name, top.price FROM categories c CROSS JOIN LATERAL (SELECT product_name, price FROM products p WHERE p.category_id = c.category_id ORDER BY price DESC LIMIT 2) AS top ORDER BY 1, 3 DESC

-- as an analyst writes it
SELECT u.email, last_order.order_date, last_order.total_amount FROM users u LEFT JOIN LATERAL (SELECT o.order_date, o.total_amount FROM orders o WHERE o.user_id = u.user_id ORDER BY o.order_date DESC FETCH FIRST 1 ROW ONLY) last_order ON true

-- as an analyst writes it
SELECT status, count(*) AS n, count(*) FILTER (WHERE total_amount > 500) AS large, round(100.0 * count(*) FILTER (WHERE total_amount > 500) / nullif(count(*), 0), 1) AS pct FROM orders GROUP BY status

-- as an analyst writes it
SELECT region_id, status, count(*), grouping(region_id, status) FROM orders GROUP BY GROUPING SETS ((region_id, status), (region_id), ()) ORDER BY region_id NULLS LAST, status NULLS LAST

-- as an analyst writes it
SELECT coalesce(r.country, 'ALL') AS country, coalesce(r.region_name, 'ALL') AS region, sum(o.total_amount) FROM orders o JOIN regions r USING (region_id) GROUP BY ROLLUP (r.country, r.region_name)

-- as an analyst writes it
SELECT payment_method, payment_status, sum(amount) FROM payments GROUP BY CUBE (payment_method, payment_status)

-- as an analyst writes it
WITH RECURSIVE tree AS (SELECT category_id, category_name, parent_category_id, 1 AS depth, category_name::text AS path FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.category_name, c.parent_category_id, t.depth + 1, t.path || ' > ' || c.category_name FROM categories c JOIN tree t ON c.parent_category_id = t.category_id) SELECT repeat('  ', depth - 1) || category_name AS category, depth, path FROM tree ORDER BY path

-- as an analyst writes it
WITH RECURSIVE up AS (SELECT category_id, parent_category_id, ARRAY[category_id] AS trail FROM categories UNION ALL SELECT u.category_id, c.parent_category_id, u.trail || c.category_id FROM up u JOIN categories c ON c.category_id = u.parent_category_id WHERE NOT c.category_id = ANY (u.trail)) SELECT category_id, max(cardinality(trail)) AS depth FROM up GROUP BY category_id

-- as an analyst writes it
WITH RECURSIVE days(d) AS (SELECT date '2024-01-01' UNION ALL SELECT d + 1 FROM days WHERE d < date '2024-01-31') SELECT d FROM days

-- as an analyst writes it
SELECT d::date AS day, count(o.order_id) AS orders FROM generate_series(current_date - 29, current_date, interval '1 day') AS d LEFT JOIN orders o ON o.order_date >= d AND o.order_date < d + interval '1 day' GROUP BY d ORDER BY d

-- as an analyst writes it
SELECT m AS month, coalesce(sum(o.total_amount), 0) FROM generate_series(date_trunc('month', now()) - interval '11 months', date_trunc('month', now()), '1 month') m LEFT JOIN orders o ON date_trunc('month', o.order_date) = m GROUP BY m ORDER BY m

-- as an analyst writes it
SELECT generate_series(1, 12) AS month_number

-- as an analyst writes it
SELECT c.category_name, string_agg(p.product_name, ', ' ORDER BY p.product_name) AS products, array_agg(DISTINCT p.sku) AS skus FROM categories c JOIN products p USING (category_id) GROUP BY c.category_name

-- as an analyst writes it
SELECT extract(year FROM order_date) AS y, extract(quarter FROM order_date) AS q, extract(isodow FROM order_date) AS dow, extract(epoch FROM order_date) FROM orders

-- as an analyst writes it
SELECT date_part('hour', order_date) AS hour, count(*) FROM orders GROUP BY 1 ORDER BY count(*) DESC

-- as an analyst writes it
SELECT to_char(order_date, 'YYYY-MM') AS month, to_char(sum(total_amount), 'FM$999,999,990.00') AS revenue FROM orders GROUP BY 1

-- as an analyst writes it
SELECT to_char(order_date, 'Day DD Mon YYYY HH24:MI') FROM orders ORDER BY order_date DESC LIMIT 5

-- as an analyst writes it
SELECT to_date('2024-03-01', 'YYYY-MM-DD'), to_timestamp('05 Dec 2000', 'DD Mon YYYY'), to_timestamp(1700000000), to_number('1,234.5', '9G999D9')

-- as an analyst writes it
SELECT jsonb_build_object('user', u.email, 'orders', jsonb_agg(jsonb_build_object('id', o.order_id, 'total', o.total_amount) ORDER BY o.order_date)) FROM users u JOIN orders o USING (user_id) GROUP BY u.user_id, u.email

-- as an analyst writes it
SELECT json_agg(row_to_json(t)) FROM (SELECT product_name, price FROM products ORDER BY price LIMIT 3) t

-- as an analyst writes it
SELECT '{"a": {"b": [1, 2, 3]}}'::jsonb -> 'a' -> 'b' ->> 0, '{"a": 1}'::json ->> 'a', '{"a":{"b":2}}'::jsonb #>> '{a,b}', jsonb_path_query_first('{"a":[1,2]}', '$.a[*] ? (@ > 1)')

-- as an analyst writes it
SELECT key, value FROM jsonb_each_text('{"x": "1", "y": "2"}')

-- as an analyst writes it
SELECT elem ->> 'name' FROM jsonb_array_elements('[{"name":"a"},{"name":"b"}]'::jsonb) WITH ORDINALITY AS t(elem, pos) ORDER BY pos

-- as an analyst writes it
SELECT * FROM jsonb_to_recordset('[{"a":1,"b":"x"}]') AS t(a int, b text)

-- as an analyst writes it
SELECT jsonb_pretty(jsonb_object_agg(status, n)) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) s

-- as an analyst writes it
SELECT '{"a":1}'::jsonb @> '{"a":1}', '{"a":1}'::jsonb ? 'a', jsonb_typeof('[1]'::jsonb), jsonb_array_length('[1,2]'::jsonb)

-- as an analyst writes it
SELECT unnest(ARRAY['pending', 'shipped']) AS status

-- as an analyst writes it
SELECT u.status, count(o.order_id) FROM unnest(ARRAY['pending','processing','shipped','delivered','cancelled']) WITH ORDINALITY AS u(status, pos) LEFT JOIN orders o ON o.status = u.status GROUP BY u.status, u.pos ORDER BY u.pos

-- as an analyst writes it
SELECT array_length(array_agg(order_id), 1), (array_agg(order_id ORDER BY order_date))[1], (array_agg(total_amount ORDER BY total_amount DESC))[1:3] FROM orders GROUP BY user_id

-- as an analyst writes it
SELECT array_to_string(ARRAY(SELECT product_name FROM products ORDER BY price DESC LIMIT 5), ' | ')

-- as an analyst writes it
SELECT product_name FROM products WHERE product_name ~* '^(mac|think)' OR product_name SIMILAR TO '%(Pro|Max)%' OR product_name ILIKE '%phone%'

-- as an analyst writes it
SELECT regexp_replace(phone, '[^0-9]+', '', 'g') AS digits, regexp_match(email, '@(.+)$'), substring(email FROM '@(.*)$') AS domain FROM users

-- as an analyst writes it
SELECT lower(split_part(email, '@', 2)) AS domain, count(*) FROM users GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC

-- as an analyst writes it
SELECT word, count(*) FROM reviews, regexp_split_to_table(lower(review_text), '\W+') AS word WHERE length(word) > 3 GROUP BY word ORDER BY 2 DESC LIMIT 20

-- as an analyst writes it
SELECT m[1] FROM reviews, regexp_matches(review_text, '(\d+)', 'g') AS m

-- as an analyst writes it
SELECT order_id FROM orders WHERE tstzrange(order_date, order_date + interval '3 days') && tstzrange(now() - interval '1 day', now())

-- as an analyst writes it
SELECT daterange('2024-01-01', '2024-12-31', '[]') @> order_date::date AS in_year, count(*) FROM orders GROUP BY 1

-- as an analyst writes it
SELECT int4range(1, 10) * int4range(5, 15), upper(numrange(1.0, 2.0)), lower('[3,7)'::int8range), isempty('empty'::int4range)

-- as an analyst writes it
SELECT range_agg(daterange(order_date::date, order_date::date + 1)) FROM orders

-- as an analyst writes it
SELECT review_id, ts_rank(to_tsvector('english', coalesce(title, '') || ' ' || coalesce(review_text, '')), plainto_tsquery('english', 'great quality')) AS rank FROM reviews WHERE to_tsvector('english', title || ' ' || coalesce(review_text, '')) @@ plainto_tsquery('english', 'great quality') ORDER BY rank DESC

-- as an analyst writes it
SELECT title, ts_headline('english', review_text, to_tsquery('english', 'battery & life')) FROM reviews WHERE to_tsvector(review_text) @@ websearch_to_tsquery('battery life')

-- as an analyst writes it
SELECT DISTINCT ON (user_id) user_id, order_id, order_date, total_amount FROM orders ORDER BY user_id, order_date DESC

-- as an analyst writes it
SELECT DISTINCT status, region_id FROM orders

-- as an analyst writes it
SELECT * FROM orders WHERE (region_id, status) IN ((1, 'shipped'), (2, 'delivered'))

-- as an analyst writes it
SELECT order_id FROM orders WHERE (order_date, order_id) < (now(), '00000000-0000-0000-0000-000000000000'::uuid) ORDER BY order_date DESC, order_id DESC LIMIT 20

-- as an analyst writes it
SELECT * FROM (VALUES ('small', 0, 100), ('medium', 100, 500), ('large', 500, 1000000)) AS b(label, lo, hi)

-- as an analyst writes it
SELECT b.label, count(o.order_id) FROM (VALUES ('small', 0, 100), ('medium', 100, 500), ('large', 500, 1000000)) AS b(label, lo, hi) LEFT JOIN orders o ON o.total_amount >= b.lo AND o.total_amount < b.hi GROUP BY b.label, b.lo ORDER BY b.lo

-- as an analyst writes it
VALUES (1, 'one'), (2, 'two')

-- as an analyst writes it
TABLE regions

-- as an analyst writes it
SELECT order_id FROM orders WHERE order_date >= now() - interval '30 days' AND order_date < date_trunc('day', now())

-- as an analyst writes it
SELECT order_id, age(now(), order_date), justify_interval(now() - order_date), extract(day FROM now() - order_date) FROM orders

-- as an analyst writes it
SELECT order_date AT TIME ZONE 'Europe/Berlin' AS berlin, (order_date AT TIME ZONE 'UTC')::date AS utc_day, timezone('America/New_York', order_date) FROM orders

-- as an analyst writes it
SELECT count(*) FROM orders WHERE order_date::date = CURRENT_DATE - 1

-- as an analyst writes it
SELECT make_date(2024, 2, 29), make_interval(days => 10), make_timestamp(2024, 1, 1, 12, 0, 0), date '2024-01-01' + 5, timestamp '2024-01-01' + interval '1' month

-- as an analyst writes it
SELECT CAST(total_amount AS integer), total_amount::float8, total_amount::text, (total_amount * 100)::bigint, '12'::int, CAST(order_date AS date), is_active::int FROM orders JOIN users USING (user_id)

-- as an analyst writes it
SELECT width_bucket(price, 0, 1000, 10) AS bucket, count(*), min(price), max(price) FROM products GROUP BY 1 ORDER BY 1

-- as an analyst writes it
SELECT width_bucket(total_amount, ARRAY[0, 100, 250, 500, 1000]) AS b, count(*) FROM orders GROUP BY b

-- as an analyst writes it
SELECT corr(price, stock_quantity), covar_pop(price, cost), covar_samp(price, cost), regr_slope(price, cost), regr_intercept(price, cost), regr_r2(price, cost), regr_count(price, cost), regr_avgx(price, cost) FROM products

-- as an analyst writes it
SELECT stddev(total_amount), stddev_pop(total_amount), stddev_samp(total_amount), variance(total_amount), var_pop(total_amount), var_samp(total_amount) FROM orders

-- as an analyst writes it
SELECT bool_and(is_active), bool_or(stock_quantity = 0), every(price > 0) FROM products

-- as an analyst writes it
SELECT bit_and(rating), bit_or(rating), bit_xor(rating) FROM reviews

-- as an analyst writes it
WITH monthly AS (SELECT date_trunc('month', order_date)::date AS month, sum(total_amount) AS revenue FROM orders WHERE status <> 'cancelled' GROUP BY 1) SELECT month, revenue, lag(revenue) OVER (ORDER BY month) AS prev, round((revenue - lag(revenue) OVER (ORDER BY month)) / nullif(lag(revenue) OVER (ORDER BY month), 0) * 100, 2) AS growth_pct FROM monthly ORDER BY month

-- as an analyst writes it
WITH first_orders AS (SELECT user_id, min(order_date) AS first_order FROM orders GROUP BY user_id), cohort AS (SELECT user_id, date_trunc('month', first_order) AS cohort_month FROM first_orders) SELECT c.cohort_month, (extract(year FROM age(date_trunc('month', o.order_date), c.cohort_month)) * 12 + extract(month FROM age(date_trunc('month', o.order_date), c.cohort_month)))::int AS month_no, count(DISTINCT o.user_id) AS users FROM cohort c JOIN orders o USING (user_id) GROUP BY 1, 2 ORDER BY 1, 2

-- as an analyst writes it
WITH rfm AS (SELECT user_id, max(order_date) AS last_order, count(*) AS frequency, sum(total_amount) AS monetary FROM orders GROUP BY user_id) SELECT user_id, ntile(5) OVER (ORDER BY last_order) AS r, ntile(5) OVER (ORDER BY frequency) AS f, ntile(5) OVER (ORDER BY monetary) AS m FROM rfm

-- as an analyst writes it
SELECT product_name, revenue, sum(revenue) OVER (ORDER BY revenue DESC) / sum(revenue) OVER () AS cumulative_share FROM (SELECT p.product_name, sum(oi.subtotal) AS revenue FROM order_items oi JOIN products p ON p.product_id = oi.product_id GROUP BY p.product_name) x ORDER BY revenue DESC

-- as an analyst writes it
SELECT a.product_id AS product_a, b.product_id AS product_b, count(*) AS together FROM order_items a JOIN order_items b ON a.order_id = b.order_id AND a.product_id < b.product_id GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10

-- as an analyst writes it
SELECT u.user_id FROM users u WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.user_id)

-- as an analyst writes it
SELECT p.product_name FROM products p LEFT JOIN reviews r ON r.product_id = p.product_id WHERE r.review_id IS NULL

-- as an analyst writes it
SELECT user_id FROM orders EXCEPT SELECT user_id FROM reviews

-- as an analyst writes it
SELECT user_id FROM orders INTERSECT ALL SELECT user_id FROM reviews

-- as an analyst writes it
(SELECT product_name, price FROM products ORDER BY price DESC LIMIT 3) UNION ALL (SELECT product_name, price FROM products ORDER BY price LIMIT 3) ORDER BY price

-- as an analyst writes it
SELECT CASE WHEN total_amount < 100 THEN 'small' WHEN total_amount < 500 THEN 'medium' ELSE 'large' END AS size, count(*) FROM orders GROUP BY 1

-- as an analyst writes it
SELECT CASE status WHEN 'delivered' THEN 1 ELSE 0 END FROM orders

-- as an analyst writes it
SELECT sum(CASE WHEN status = 'delivered' THEN total_amount ELSE 0 END) AS delivered, sum(CASE WHEN status = 'cancelled' THEN total_amount END) AS cancelled FROM orders

-- as an analyst writes it
SELECT coalesce(phone, 'n/a'), nullif(last_name, ''), greatest(created_at, updated_at, last_login), least(1, 2, 3) FROM users

-- as an analyst writes it
SELECT * FROM orders WHERE total_amount > (SELECT avg(total_amount) FROM orders)

-- as an analyst writes it
SELECT * FROM products p WHERE price > ALL (SELECT price FROM products q WHERE q.category_id = p.category_id AND q.product_id <> p.product_id)

-- as an analyst writes it
SELECT * FROM orders WHERE status = ANY (ARRAY['shipped', 'delivered'])

-- as an analyst writes it
SELECT * FROM orders WHERE status = ANY ('{shipped,delivered}'::text[])

-- as an analyst writes it
SELECT * FROM orders WHERE order_date BETWEEN SYMMETRIC '2025-12-31' AND '2025-01-01'

-- as an analyst writes it
SELECT count(*) FROM users WHERE last_login IS NULL OR last_login < now() - make_interval(days => 90)

-- as an analyst writes it
SELECT u.first_name || ' ' || u.last_name AS name, concat_ws(', ', u.last_name, u.first_name), initcap(u.first_name), upper(left(u.last_name, 1)), format('%s <%s>', u.first_name, u.email) FROM users u

-- as an analyst writes it
SELECT trim(both ' ' FROM title), ltrim(title), rtrim(title), btrim(title, '!'), lpad(rating::text, 3, '0'), rpad(title, 20, '.'), char_length(title), position('a' IN title), strpos(title, 'a'), overlay(title PLACING 'x' FROM 1 FOR 1), reverse(title), replace(title, 'a', 'b'), translate(title, 'abc', 'xyz') FROM reviews

-- as an analyst writes it
SELECT md5(email), encode(sha256(email::bytea), 'hex'), ascii(email), chr(65), octet_length(email) FROM users

-- as an analyst writes it
SELECT round(price), ceil(price), floor(price), trunc(price, 1), abs(price - cost), mod(stock_quantity, 10), stock_quantity % 10, power(price, 2), sqrt(price), ln(price + 1), log(price + 1), log(2, 8), exp(1), sign(price - cost), cbrt(27), pi(), price ^ 2, div(stock_quantity, 7) FROM products

-- as an analyst writes it
SELECT 7 / 2, 7 / 2.0, 7 % 3, 2 ^ 10, |/ 25, @ -5, 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 4

-- as an analyst writes it
SELECT r.region_name, o.* FROM regions r, orders o WHERE r.region_id = o.region_id AND r.country = 'Germany'

-- as an analyst writes it
SELECT r.region_name, count(*) OVER (), o.total_amount FROM regions r NATURAL JOIN orders o

-- as an analyst writes it
SELECT r.region_name, c.category_name FROM regions r CROSS JOIN categories c

-- as an analyst writes it
SELECT u.email, r.title FROM users u FULL OUTER JOIN reviews r ON u.user_id = r.user_id

-- as an analyst writes it
SELECT o.order_id, i.n FROM orders o JOIN (SELECT order_id, count(*) n FROM order_items GROUP BY order_id) i USING (order_id) ORDER BY i.n DESC NULLS LAST OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY

-- as an analyst writes it
SELECT * FROM orders ORDER BY total_amount DESC FETCH FIRST 5 ROWS WITH TIES

-- as an analyst writes it
SELECT status, count(*) FROM orders GROUP BY status HAVING count(*) >= 5 AND sum(total_amount) > 1000 ORDER BY count(*) DESC, status

-- as an analyst writes it
WITH t AS MATERIALIZED (SELECT * FROM orders WHERE status = 'delivered'), s AS NOT MATERIALIZED (SELECT user_id, count(*) c FROM t GROUP BY user_id) SELECT max(c) FROM s

-- as an analyst writes it
SELECT order_id, jsonb_build_object('a', 1) || jsonb_build_object('b', 2) FROM orders LIMIT 1

-- as an analyst writes it
SELECT to_jsonb(r) - 'shipping_cost' FROM regions r

-- as an analyst writes it
SELECT row_number() OVER () AS n, product_name FROM products

-- as an analyst writes it
SELECT count(DISTINCT (user_id, region_id)) FROM orders

-- as an analyst writes it
SELECT product_id, avg(rating)::numeric(3,2) AS stars, count(*) FROM reviews GROUP BY product_id HAVING avg(rating) >= 4

-- as an analyst writes it
SELECT date_bin('15 minutes', order_date, timestamptz '2024-01-01') AS slot, count(*) FROM orders GROUP BY slot ORDER BY slot

-- as an analyst writes it
SELECT extract(epoch FROM (p.payment_date - o.order_date)) / 3600 AS hours_to_pay FROM payments p JOIN orders o USING (order_id) WHERE p.payment_status = 'completed'

-- as an analyst writes it
SELECT isfinite(order_date), date_trunc('week', order_date, 'UTC') FROM orders

-- as an analyst writes it
SELECT interval '1 day 02:03:04' * 2, interval '1 year' / 4, justify_days(interval '45 days'), justify_hours(interval '36 hours'), interval '3' day

-- as an analyst writes it
SELECT (date '2024-03-01' - date '2024-02-01') AS days, (timestamp '2024-03-01' - timestamp '2024-02-01')

-- as an analyst writes it
SELECT (order_date, order_date + interval '2 days') OVERLAPS (now() - interval '10 days', now()) FROM orders

-- as an analyst writes it
SELECT order_id FROM orders WHERE notes IS DISTINCT FROM 'gift' AND notes IS NOT NULL

-- as an analyst writes it
SELECT is_active IS TRUE, is_active IS NOT UNKNOWN, NOT is_active FROM users

-- as an analyst writes it
SELECT email FROM users ORDER BY email COLLATE "C"

-- as an analyst writes it
SELECT email FROM users WHERE email LIKE 'a\_%' ESCAPE '\' OR email LIKE ANY (ARRAY['%@example.com', '%@test.org'])

-- as an analyst writes it
SELECT starts_with(product_name, 'Mac'), product_name ^@ 'Mac', regexp_count(product_name, 'a'), regexp_instr(product_name, 'o'), regexp_like(product_name, 'pro', 'i'), regexp_substr(product_name, '\d+') FROM products

-- as an analyst writes it
SELECT string_to_array('a,b,c', ','), (string_to_array('a,b,c', ','))[2], string_to_table('a,b', ',')

-- as an analyst writes it
SELECT array_position(ARRAY[1,2,3], 2), array_remove(ARRAY[1,2], 1), array_cat(ARRAY[1], ARRAY[2]), array_append(ARRAY[1], 2), ARRAY[1,2] @> ARRAY[1], ARRAY[1,2] && ARRAY[2], 1 = ANY(ARRAY[1,2]), array_ndims(ARRAY[[1],[2]])

-- as an analyst writes it
SELECT inet '192.168.1.5' << inet '192.168.1.0/24', host(inet '10.0.0.1/8'), masklen('10.0.0.0/8'::cidr)

-- as an analyst writes it
SELECT '12.34'::money, total_amount::money FROM orders LIMIT 1

-- as an analyst writes it
SELECT B'101', X'1F', '\xDEADBEEF'::bytea, E'line\nbreak', $$dollar quoted$$, U&'\0061'

-- as an analyst writes it
SELECT 1_000_000, 0xFF, 1e3, .5

-- as an analyst writes it
SELECT "order_id" AS "Order ID", status AS "the status" FROM "public"."orders"

-- as an analyst writes it
SELECT public.orders.order_id FROM public.orders

-- as an analyst writes it
SELECT o.status, (SELECT count(*) FROM order_items oi WHERE oi.order_id = o.order_id) AS items FROM orders o

-- as an analyst writes it
SELECT exists(SELECT 1 FROM orders WHERE status = 'pending') AS any_pending

-- as an analyst writes it
SELECT num_nonnulls(phone, last_login), num_nulls(phone) FROM users

-- as an analyst writes it
SELECT min(order_date), max(order_date), max(order_date) - min(order_date) AS span FROM orders

-- as an analyst writes it
SELECT sum(quantity * unit_price - discount) AS net, sum(subtotal) FROM order_items

-- as an analyst writes it
SELECT any_value(status) FROM orders GROUP BY user_id

-- as an analyst writes it
SELECT count(*) AS total, count(phone) AS with_phone, count(DISTINCT last_name) FROM users

-- as an analyst writes it
SELECT to_char(interval '36 hours', 'HH24:MI'), to_char(-12.3, 'S99.9'), to_char(1234567, '9G999G999')

-- as an analyst writes it
SELECT EXTRACT(WEEK FROM order_date) AS wk, EXTRACT(DOY FROM order_date), EXTRACT(CENTURY FROM order_date) FROM orders

-- as an analyst writes it
WITH sessions AS (SELECT user_id, order_date, CASE WHEN order_date - lag(order_date) OVER (PARTITION BY user_id ORDER BY order_date) > interval '7 days' THEN 1 ELSE 0 END AS new_session FROM orders) SELECT user_id, sum(new_session) OVER (PARTITION BY user_id ORDER BY order_date) AS session_no FROM sessions

-- as an analyst writes it
WITH d AS (SELECT DISTINCT user_id, order_date::date AS day FROM orders), g AS (SELECT user_id, day, day - (row_number() OVER (PARTITION BY user_id ORDER BY day))::int AS grp FROM d) SELECT user_id, min(day), max(day), count(*) AS streak FROM g GROUP BY user_id, grp ORDER BY streak DESC

-- as an analyst writes it
SELECT x, y, x * y FROM generate_series(1, 10) x, generate_series(1, 10) y

-- as an analyst writes it
SELECT h.hour, count(o.*) FROM generate_series(0, 23) AS h(hour) LEFT JOIN orders o ON extract(hour FROM o.order_date) = h.hour GROUP BY h.hour ORDER BY h.hour

-- as an analyst writes it
SELECT count(r) FROM regions r

-- as an analyst writes it
SELECT r FROM regions r LIMIT 2

-- as an analyst writes it
SELECT row(1, 'a'), (region_id, region_name) FROM regions

-- as an analyst writes it
SELECT user_id, array_agg(status ORDER BY order_date) FILTER (WHERE status IS NOT NULL) FROM orders GROUP BY user_id

-- as an analyst writes it
SELECT json_build_array(1, 'a', true), json_object('{a,1,b,2}'), to_json('x'::text), json_object_agg(status, total_amount) FROM orders

-- as an analyst writes it
SELECT JSON_OBJECT('a': 1, 'b': 2), JSON_ARRAY(1, 2), JSON_VALUE('{"a":1}', '$.a'), JSON_QUERY('{"a":[1]}', '$.a'), JSON_EXISTS('{"a":1}', '$.a')

-- as an analyst writes it
SELECT * FROM JSON_TABLE('[{"a":1},{"a":2}]', '$[*]' COLUMNS (a int PATH '$.a')) jt

-- as an analyst writes it
SELECT a.id, b.txt FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['x','y','z'])) AS b(id, txt) JOIN (VALUES (1), (2)) AS a(id) ON a.id = b.id

-- as an analyst writes it
SELECT 1;

-- as an analyst writes it
SELECT /* daily revenue */ sum(total_amount) -- total
FROM orders;

-- as an analyst writes it
select o.order_id, u.email from orders as o inner join users as u on (u.user_id = o.user_id) where lower(u.first_name) = 'jane' and o.order_date >= '2025-01-01' and o.order_date < '2025-02-01' order by o.order_date limit 100

-- as an analyst writes it
SELECT r.region_name, date_trunc('quarter', o.order_date) q, sum(o.total_amount) / count(DISTINCT o.user_id) AS arpu FROM orders o JOIN regions r ON r.region_id = o.region_id GROUP BY 1, 2

-- as an analyst writes it
SELECT unaccented.* FROM (SELECT normalize(first_name, NFC) AS n, first_name IS NFC NORMALIZED FROM users) unaccented

-- as an analyst writes it
SELECT p.product_name, s.stat FROM products p CROSS JOIN LATERAL (VALUES ('price', p.price), ('cost', p.cost)) AS s(name, stat)

-- as an analyst writes it
SELECT crosstab.* FROM (SELECT region_id, max(total_amount) FILTER (WHERE status = 'shipped') AS shipped, max(total_amount) FILTER (WHERE status = 'pending') AS pending FROM orders GROUP BY region_id) crosstab

-- as an analyst writes it
SELECT first_name, last_name FROM users WHERE last_name >= 'M' AND last_name < 'N' UNION SELECT 'x', 'y'

-- as an analyst writes it
SELECT string_agg(DISTINCT status, ',') FROM orders

-- as an analyst writes it
SELECT sum(total_amount) FILTER (WHERE order_date >= date_trunc('year', current_date)) AS ytd, sum(total_amount) FILTER (WHERE order_date >= date_trunc('year', current_date) - interval '1 year' AND order_date < current_date - interval '1 year') AS last_ytd FROM orders

-- as an analyst writes it
SELECT avg(extract(epoch FROM now() - created_at) / 86400)::int AS avg_age_days FROM users

-- as an analyst writes it
SELECT DISTINCT percentile_cont(0.5) WITHIN GROUP (ORDER BY rating) FROM reviews GROUP BY product_id

-- as an analyst writes it
SELECT GREATEST(0, stock_quantity - 5) FROM products WHERE (price - cost) / NULLIF(price, 0) > 0.3

-- as an analyst writes it
SELECT tsrange(NULL, NULL), multirange(int4range(1, 3)), '{[1,3),[5,7)}'::int4multirange

-- as an analyst writes it
SELECT power(1 + 0.05, 12), 1000 * (1.05 ^ 10), factorial(10), gcd(12, 18), lcm(4, 6)

-- as an analyst writes it
SELECT d.day, d.day + 6 FROM (SELECT generate_series('2025-01-01'::date, '2025-03-31'::date, '1 week')::date AS day) d

-- as an analyst writes it
SELECT count(*) FROM orders WHERE to_tsvector('simple', coalesce(notes, '')) @@ to_tsquery('simple', 'gift:*')

-- as an analyst writes it
SELECT array(SELECT DISTINCT unnest(array_agg(status)) ORDER BY 1) FROM orders

-- as an analyst writes it
SELECT region_name FROM regions WHERE tax_rate = (SELECT max(tax_rate) FROM regions) OR region_id IN (SELECT region_id FROM orders GROUP BY region_id HAVING count(*) > 10)

-- as an analyst writes it
SELECT t.* FROM (SELECT user_id, count(*) AS n FROM orders GROUP BY user_id) AS t WHERE t.n BETWEEN 2 AND 5

-- as an analyst writes it
SELECT similarity FROM (SELECT 1 AS similarity) s

-- as an analyst writes it
SELECT sin(1), cos(1), tan(1), atan2(1, 2), degrees(pi()), radians(180), sinh(1)

-- as an analyst writes it
SELECT trim_scale(1.500), scale(1.50), min_scale(1.50), numeric '1.10', 'NaN'::float8, 'infinity'::timestamp

-- as an analyst writes it
SELECT date_trunc('month', d)::date + interval '1 month - 1 day' AS month_end FROM (VALUES (date '2024-02-10')) v(d)

-- as an analyst writes it
SELECT user_id, last_value(total_amount) OVER (PARTITION BY user_id ORDER BY order_date RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM orders

-- as an analyst writes it
SELECT ROUND(AVG(total_amount)::numeric, 2), ROUND(STDDEV(total_amount)::numeric, 2) FROM orders WHERE status NOT IN ('cancelled', 'pending')

-- as an analyst writes it
SELECT sum(total_amount) OVER (PARTITION BY region_id ORDER BY order_date ROWS UNBOUNDED PRECEDING) FROM orders

-- as an analyst writes it
SELECT zscore FROM (SELECT (total_amount - avg(total_amount) OVER ()) / nullif(stddev(total_amount) OVER (), 0) AS zscore FROM orders) z WHERE abs(zscore) > 2

-- as an analyst writes it
SELECT jsonb_set('{"a":1}', '{a}', '2'), jsonb_strip_nulls('{"a":null}'), '{"a":1}'::jsonb #- '{a}', jsonb_extract_path_text('{"a":{"b":1}}', 'a', 'b'), jsonb_path_exists('{"a":1}', '$.a')

-- as an analyst writes it
SELECT jsonb_object_keys('{"a":1,"b":2}')

-- as an analyst writes it
SELECT EXTRACT(TIMEZONE_HOUR FROM order_date), EXTRACT(MILLISECONDS FROM order_date) FROM orders

-- as an analyst writes it
SELECT cardinality(ARRAY[1,2]), array_upper(ARRAY[1,2], 1), array_fill(0, ARRAY[3]), generate_subscripts(ARRAY[1,2], 1), trim_array(ARRAY[1,2,3], 1)
