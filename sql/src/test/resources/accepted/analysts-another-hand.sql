-- moving average that leaves out the current row
SELECT order_date::date AS day, total_amount, avg(total_amount) OVER (ORDER BY order_date ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING EXCLUDE CURRENT ROW) AS around FROM orders ORDER BY day

-- a frame over peers with ties left out
SELECT rating, count(*) OVER (ORDER BY rating GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM reviews

-- a range frame of numbers
SELECT product_name, price, count(*) OVER (ORDER BY price RANGE BETWEEN 20 PRECEDING AND 20 FOLLOWING) - 1 AS similar_priced FROM products

-- a window that extends another
SELECT user_id, sum(total_amount) OVER mine AS total, sum(total_amount) OVER (mine ORDER BY order_date) AS running FROM orders WINDOW mine AS (PARTITION BY user_id)

-- gaps and islands of days
WITH days AS (SELECT DISTINCT order_date::date AS d FROM orders), grouped AS (SELECT d, d - (row_number() OVER (ORDER BY d))::int AS island FROM days) SELECT min(d) AS first_day, max(d) AS last_day, count(*) AS streak FROM grouped GROUP BY island ORDER BY first_day

-- sessions by gaps of more than two days
WITH gaps AS (SELECT user_id, order_date, CASE WHEN order_date - lag(order_date) OVER (PARTITION BY user_id ORDER BY order_date) > interval '2 days' THEN 1 ELSE 0 END AS starts FROM orders) SELECT user_id, order_date, 1 + sum(starts) OVER (PARTITION BY user_id ORDER BY order_date) AS session FROM gaps

-- first and last order with their amounts
SELECT user_id, (array_agg(total_amount ORDER BY order_date))[1] AS first_amount, (array_agg(total_amount ORDER BY order_date DESC))[1] AS last_amount FROM orders GROUP BY user_id

-- retention by weeks
WITH first_week AS (SELECT user_id, date_trunc('week', min(order_date)) AS cohort FROM orders GROUP BY user_id) SELECT f.cohort, (extract(epoch FROM date_trunc('week', o.order_date) - f.cohort) / 604800)::int AS week, count(DISTINCT o.user_id) AS active FROM orders o JOIN first_week f USING (user_id) GROUP BY 1, 2 ORDER BY 1, 2

-- a pareto of products
SELECT product_id, revenue, sum(revenue) OVER (ORDER BY revenue DESC) / sum(revenue) OVER () AS cumulative FROM (SELECT product_id, sum(quantity * unit_price - discount) AS revenue FROM order_items GROUP BY product_id) t ORDER BY revenue DESC

-- quintiles of spending
SELECT quintile, min(spent), max(spent), count(*) FROM (SELECT user_id, sum(total_amount) AS spent, ntile(5) OVER (ORDER BY sum(total_amount)) AS quintile FROM orders GROUP BY user_id) q GROUP BY quintile ORDER BY quintile

-- month over month with a safe division
SELECT m, revenue, round((revenue / nullif(lag(revenue) OVER (ORDER BY m), 0) - 1) * 100, 2) AS growth FROM (SELECT date_trunc('month', order_date)::date AS m, sum(total_amount) AS revenue FROM orders GROUP BY 1) x

-- days without orders too
SELECT d::date, coalesce(count(o.order_id), 0) AS n FROM generate_series(date '2024-01-01', date '2024-03-31', interval '1 day') AS d LEFT JOIN orders o ON o.order_date >= d AND o.order_date < d + interval '1 day' GROUP BY d ORDER BY d

-- a calendar of weeks joined by range
SELECT w.monday, sum(o.total_amount) FROM (SELECT generate_series('2024-01-01'::timestamptz, '2024-04-01', '1 week') AS monday) w LEFT JOIN orders o ON o.order_date <@ tstzrange(w.monday, w.monday + interval '7 days') GROUP BY 1 ORDER BY 1

-- several grouping sets with names
SELECT CASE WHEN grouping(r.country) = 1 THEN 'all countries' ELSE r.country END AS country, CASE grouping(o.status) WHEN 1 THEN 'all' ELSE o.status END AS status, sum(o.total_amount) FROM orders o JOIN regions r ON r.region_id = o.region_id GROUP BY GROUPING SETS ((r.country, o.status), (r.country), (o.status), ()) ORDER BY grouping(r.country), 1, grouping(o.status), 2

-- rollup and cube together
SELECT region_id, status, extract(year FROM order_date) AS y, count(*) FROM orders GROUP BY ROLLUP (region_id), CUBE (status, extract(year FROM order_date))

-- grouping distinct
SELECT region_id, status, count(*) FROM orders GROUP BY DISTINCT ROLLUP (region_id, status), ROLLUP (region_id) ORDER BY 1, 2

-- having on a filtered aggregate
SELECT user_id FROM orders GROUP BY user_id HAVING count(*) FILTER (WHERE status = 'cancelled') > 0 AND bool_or(total_amount > 500)

-- pivot with filters
SELECT date_trunc('month', payment_date) AS m, sum(amount) FILTER (WHERE payment_method = 'card') AS card, sum(amount) FILTER (WHERE payment_method = 'paypal') AS paypal, sum(amount) FILTER (WHERE payment_method NOT IN ('card', 'paypal')) AS other FROM payments GROUP BY m ORDER BY m

-- median and spread by group
SELECT category_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS median, percentile_cont(0.75) WITHIN GROUP (ORDER BY price) - percentile_cont(0.25) WITHIN GROUP (ORDER BY price) AS iqr, stddev_samp(price) AS sd FROM products GROUP BY category_id

-- a hypothetical rank with a filter
SELECT rank(250) WITHIN GROUP (ORDER BY total_amount DESC) FILTER (WHERE status = 'delivered') FROM orders

-- modes and ties
SELECT mode() WITHIN GROUP (ORDER BY rating DESC), count(*) FROM reviews WHERE created_at >= '2024-03-01'

-- texts in order without doubles
SELECT user_id, string_agg(DISTINCT status, ', ' ORDER BY status) AS states FROM orders GROUP BY user_id

-- texts ordered by something else
SELECT region_id, string_agg(status || ':' || total_amount::text, '; ' ORDER BY total_amount DESC, order_id) FROM orders GROUP BY region_id

-- correlation and regression
SELECT corr(quantity, unit_price), regr_slope(subtotal, quantity), regr_r2(subtotal, quantity), covar_pop(quantity, discount) FROM order_items

-- weighted average
SELECT sum(unit_price * quantity) / nullif(sum(quantity), 0) AS weighted FROM order_items

-- geometric mean
SELECT exp(avg(ln(price))) FROM products WHERE price > 0

-- histogram with equal buckets
SELECT width_bucket(total_amount, 0, 1100, 11) AS bucket, count(*), min(total_amount), max(total_amount) FROM orders GROUP BY bucket ORDER BY bucket

-- histogram over given bounds
SELECT width_bucket(price, ARRAY[10, 25, 50, 100]::numeric[]) AS band, count(*) FROM products GROUP BY 1 ORDER BY 1

-- the newest order of each user
SELECT DISTINCT ON (user_id) user_id, order_id, order_date, status FROM orders ORDER BY user_id, order_date DESC NULLS LAST, order_id

-- distinct on an expression
SELECT DISTINCT ON (lower(split_part(email, '@', 2))) lower(split_part(email, '@', 2)) AS domain, email FROM users ORDER BY lower(split_part(email, '@', 2)), created_at

-- lateral top three per category
SELECT c.category_name, t.* FROM categories c LEFT JOIN LATERAL (SELECT p.product_name, sum(i.quantity) AS sold FROM products p JOIN order_items i ON i.product_id = p.product_id WHERE p.category_id = c.category_id GROUP BY p.product_name ORDER BY sold DESC, p.product_name LIMIT 3) t ON TRUE ORDER BY c.category_name, t.sold DESC

-- lateral values to unpivot
SELECT o.order_id, v.kind, v.amount FROM orders o CROSS JOIN LATERAL (VALUES ('tax', o.tax_amount), ('shipping', o.shipping_amount), ('discount', -o.discount_amount)) AS v(kind, amount) WHERE v.amount <> 0

-- unpivot with unnest
SELECT o.order_id, u.part, u.amount FROM orders o, unnest(ARRAY['tax', 'shipping'], ARRAY[o.tax_amount, o.shipping_amount]) AS u(part, amount)

-- two arrays side by side with numbers
SELECT * FROM unnest(ARRAY['a', 'b'], ARRAY[1, 2, 3]) WITH ORDINALITY AS t(letter, digit, nr)

-- tags that are shared
SELECT tag, count(*) FROM events CROSS JOIN unnest(tags) AS tag GROUP BY tag HAVING count(*) >= 1 ORDER BY 2 DESC, 1

-- arrays that overlap and contain
SELECT id, tags && ARRAY['x', 'z'] AS some, tags @> ARRAY['x'] AS has_x, cardinality(tags), array_position(tags, 'y') FROM events

-- array slices and concatenation
SELECT id, tags[1:1], tags[2], tags || 'new'::text, array_remove(tags, 'x'), array_to_string(tags, '/', '-') FROM events

-- a sorted array
SELECT id, ARRAY(SELECT t FROM unnest(tags) t ORDER BY t DESC) FROM events

-- any of a sub array
SELECT * FROM orders WHERE status = ANY (ARRAY['pending', 'processing']) AND region_id = ANY ('{1,2}'::int[]) AND total_amount > ALL (ARRAY[10, 20])

-- json fields with types
SELECT id, payload ->> 'name' AS name, (payload ->> 'amount')::numeric AS amount, (payload -> 'b' -> 0)::int AS first_b, payload #>> '{items,0,sku}' FROM events

-- json array elements joined
SELECT e.id, i ->> 'sku' AS sku, (i ->> 'price')::numeric * (i ->> 'n')::int AS total FROM events e CROSS JOIN LATERAL jsonb_array_elements(e.payload -> 'items') AS i

-- json containment and keys
SELECT id FROM events WHERE payload @> '{"name": "x"}' AND payload ? 'items' AND payload ?| ARRAY['a', 'q'] AND NOT payload ?& ARRAY['a', 'q']

-- a json path with a filter
SELECT id, jsonb_path_query_array(payload, '$.items[*] ? (@.price > 5).sku') FROM events WHERE payload @? '$.items[*] ? (@.n == 2)'

-- a json path with variables
SELECT id FROM events WHERE jsonb_path_exists(payload, '$.items[*].price ? (@ > $low)', '{"low": 6}')

-- json records
SELECT e.id, r.sku, r.price FROM events e, jsonb_to_recordset(e.payload -> 'items') AS r(sku text, price numeric)

-- json built and folded
SELECT region_id, jsonb_object_agg(status, n ORDER BY status) FROM (SELECT region_id, status, count(*) AS n FROM orders GROUP BY 1, 2) s GROUP BY region_id

-- json of rows
SELECT json_agg(row_to_json(t) ORDER BY t.region_name) FROM (SELECT region_name, country FROM regions) t

-- json pretty and types
SELECT id, jsonb_pretty(payload - 'items'), jsonb_typeof(payload -> 'b'), jsonb_array_length(payload -> 'b') FROM events WHERE payload ? 'b'

-- json each key counted
SELECT k.key, count(*) FROM events e, jsonb_each(e.payload) AS k GROUP BY k.key ORDER BY 1

-- json table
SELECT e.id, t.* FROM events e, JSON_TABLE(e.payload, '$.items[*]' COLUMNS (nr FOR ORDINALITY, sku text PATH '$.sku', price numeric PATH '$.price')) AS t

-- json value and query
SELECT JSON_VALUE(payload, '$.name'), JSON_QUERY(payload, '$.items' WITH WRAPPER), JSON_EXISTS(payload, '$.a') FROM events

-- ranges that overlap
SELECT a.id, b.id FROM events a JOIN events b ON a.id < b.id AND a.during && b.during

-- parts of ranges
SELECT id, lower(during), upper(during), isempty(during), upper(during) - lower(during) AS long, during -|- tstzrange('2024-02-01', '2024-03-01') FROM events

-- dates in a literal range
SELECT count(*) FROM events WHERE day <@ daterange('2024-01-01', '2024-03-01', '[)')

-- merged ranges
SELECT range_agg(during), range_merge(range_agg(during)) FROM events WHERE NOT isempty(during)

-- text search with rank
SELECT review_id, ts_rank(to_tsvector('english', review_text), q) AS score FROM reviews, websearch_to_tsquery('english', 'red shoe -blue') q WHERE to_tsvector('english', review_text) @@ q ORDER BY score DESC, review_id LIMIT 5

-- text search with a headline
SELECT ts_headline('english', review_text, plainto_tsquery('english', 'shoes'), 'StartSel=<b>, StopSel=</b>, MaxWords=8, MinWords=3') FROM reviews LIMIT 3

-- a stored document searched
SELECT id FROM events WHERE document @@ to_tsquery('english', 'shoe & red') OR document @@ phraseto_tsquery('english', 'blue hat')

-- weights of a document
SELECT ts_rank_cd(setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', review_text), 'B'), to_tsquery('english', 'red')) FROM reviews ORDER BY 1 DESC LIMIT 4

-- a tree of categories with depth and path
WITH RECURSIVE tree(id, name, depth, path) AS (SELECT category_id, category_name, 0, ARRAY[category_name::text] FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.category_name, t.depth + 1, t.path || c.category_name::text FROM categories c JOIN tree t ON c.parent_category_id = t.id) SELECT repeat('  ', depth) || name AS shown, array_to_string(path, ' > ') FROM tree ORDER BY path

-- ancestors of one category
WITH RECURSIVE up AS (SELECT category_id, category_name, parent_category_id FROM categories WHERE category_name = 'Laptops' UNION SELECT c.category_id, c.category_name, c.parent_category_id FROM categories c JOIN up ON c.category_id = up.parent_category_id) SELECT * FROM up

-- a recursion that stops at a depth
WITH RECURSIVE t(n, f) AS (VALUES (1, 1::numeric) UNION ALL SELECT n + 1, f * (n + 1) FROM t WHERE n < 20) SELECT n, f FROM t

-- months by recursion
WITH RECURSIVE months(m) AS (SELECT date '2024-01-01' UNION ALL SELECT (m + interval '1 month')::date FROM months WHERE m < date '2024-12-01') SELECT m, (SELECT count(*) FROM orders WHERE date_trunc('month', order_date) = m) FROM months

-- breadth first
WITH RECURSIVE t AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c JOIN t ON t.category_id = c.parent_category_id) SEARCH BREADTH FIRST BY category_id SET ordering CYCLE category_id SET looped USING way SELECT category_id, looped FROM t ORDER BY ordering

-- values as a lookup
SELECT o.status, l.label, count(*) FROM orders o LEFT JOIN (VALUES ('pending', 'open'), ('processing', 'open'), ('delivered', 'done')) AS l(status, label) ON l.status = o.status GROUP BY 1, 2

-- values alone in order
VALUES (1, 'one'), (2, 'two'), (3, 'three') ORDER BY 1 DESC LIMIT 2

-- a table statement
TABLE regions

-- full join of plan and sales
SELECT coalesce(t.region_id, o.region_id) AS region, t.amount AS target, o.total FROM sales.targets t FULL JOIN (SELECT region_id, sum(total_amount) AS total FROM orders GROUP BY region_id) o ON o.region_id = t.region_id ORDER BY 1

-- full join using
SELECT region_id, r.region_name, s.amount FROM regions r FULL OUTER JOIN sales.orders s USING (region_id) ORDER BY 1, 3

-- an anti join three ways
SELECT u.email FROM users u LEFT JOIN orders o ON o.user_id = u.user_id WHERE o.order_id IS NULL AND NOT EXISTS (SELECT FROM reviews r WHERE r.user_id = u.user_id) AND u.user_id NOT IN (SELECT user_id FROM orders WHERE user_id IS NOT NULL)

-- a self join of pairs
SELECT a.product_id, b.product_id, count(*) FROM order_items a JOIN order_items b ON a.order_id = b.order_id AND a.product_id < b.product_id GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10

-- rows compared
SELECT order_id FROM orders WHERE (order_date, order_id) > (timestamptz '2024-03-01', '20000000-0000-0000-0000-000000000001'::uuid) ORDER BY order_date, order_id LIMIT 10

-- rows in a list
SELECT count(*) FROM orders WHERE (region_id, status) IN ((1, 'pending'), (2, 'shipped'))

-- rows in a subquery
SELECT * FROM orders WHERE (user_id, order_date) IN (SELECT user_id, max(order_date) FROM orders GROUP BY user_id)

-- distinct from
SELECT count(*) FROM products WHERE description IS DISTINCT FROM 'A fine product' AND (price, cost) IS NOT NULL

-- interval arithmetic
SELECT order_id, order_date + 3 * interval '1 day' AS due, age(timestamptz '2024-12-31', order_date), justify_interval(interval '36 hours' * 2) FROM orders LIMIT 5

-- ages in years and months
SELECT email, extract(year FROM age(date '2025-01-01', created_at)) * 12 + extract(month FROM age(date '2025-01-01', created_at)) AS months FROM users

-- working days
SELECT count(*) FROM generate_series(timestamp '2024-01-01', '2024-01-31', '1 day') d WHERE extract(isodow FROM d) < 6

-- the last day of each month
SELECT DISTINCT (date_trunc('month', order_date) + interval '1 month - 1 day')::date FROM orders ORDER BY 1

-- local times
SELECT order_date AT TIME ZONE 'Europe/Berlin' AS local, date_trunc('day', order_date, 'Asia/Tokyo'), extract(hour FROM order_date AT TIME ZONE 'America/New_York') FROM orders LIMIT 3

-- half hours
SELECT date_bin('30 minutes', order_date, timestamptz '2024-01-01') AS half_hour, count(*) FROM orders GROUP BY 1 ORDER BY 1

-- iso weeks and quarters
SELECT to_char(order_date, 'IYYY-"W"IW') AS week, to_char(order_date, 'YYYY-"Q"Q') AS quarter, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1

-- dates made and read
SELECT make_date(2024, 2, 29), to_date('31/12/2024', 'DD/MM/YYYY'), to_timestamp(1700000000), date '2024-03-01' - date '2024-02-01', make_interval(days => 10, hours => 5)

-- overlapping periods
SELECT (date '2024-01-01', date '2024-02-01') OVERLAPS (date '2024-01-15', interval '3 days')

-- numbers formatted
SELECT to_char(sum(total_amount), 'FM999,999,990.00') AS total, to_char(0.1234 * 100, '990D9') || '%' FROM orders

-- texts formatted
SELECT format('%s (%s)', region_name, country), format('%-20s|%5s', region_name, region_id), concat_ws(', ', region_name, country), lpad(region_id::text, 3, '0') FROM regions

-- regular expressions
SELECT email, substring(email FROM '@(.*)$') AS domain, regexp_replace(phone, '\D', '', 'g') AS digits, email ~* '^[a-z]+[0-9]+@' AS plain FROM users

-- regular expression groups
SELECT (regexp_match(sku, '^([A-Z]+)-([0-9]+)$'))[2]::int AS nr, regexp_count(product_name, 'o') FROM products

-- words of reviews
SELECT word, count(*) FROM reviews, regexp_split_to_table(lower(review_text), '\s+') AS word GROUP BY word ORDER BY 2 DESC, 1 LIMIT 10

-- similar to
SELECT sku FROM products WHERE sku SIMILAR TO 'SKU-(1|2)[0-9]?' AND product_name NOT LIKE '%\_%' ESCAPE '\'

-- initials
SELECT upper(left(first_name, 1)) || '.' || upper(left(last_name, 1)) || '.' AS initials, initcap(last_name), reverse(first_name), char_length(first_name) FROM users

-- a mask of phones
SELECT overlay(phone PLACING '****' FROM 5 FOR 4), translate(phone, '0123456789', '##########'), position('30' IN phone) FROM users WHERE phone IS NOT NULL

-- trimmed texts
SELECT trim(BOTH ' x' FROM '  xax '), ltrim('00012', '0'), btrim(notes), nullif(trim(notes), '') FROM orders LIMIT 3

-- except and intersect
(SELECT user_id FROM orders EXCEPT SELECT user_id FROM reviews) UNION ALL (SELECT user_id FROM orders INTERSECT SELECT user_id FROM reviews) ORDER BY 1 LIMIT 5

-- union of labelled totals
SELECT 'orders' AS what, count(*) FROM orders UNION ALL SELECT 'users', count(*) FROM users UNION ALL SELECT 'products', count(*) FROM products ORDER BY what

-- a union with one total row
WITH r AS (SELECT region_id, sum(total_amount) AS t FROM orders GROUP BY region_id) SELECT region_id::text, t FROM r UNION ALL SELECT 'total', sum(t) FROM r

-- fetch with ties
SELECT product_name, price FROM products ORDER BY price DESC FETCH FIRST 3 ROWS WITH TIES

-- pages
SELECT order_id FROM orders ORDER BY order_date DESC, order_id OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY

-- a sample
SELECT avg(total_amount) FROM orders TABLESAMPLE BERNOULLI (50) REPEATABLE (42)

-- a sample of system pages
SELECT count(*) FROM orders AS o TABLESAMPLE SYSTEM (10)

-- materialised steps
WITH big AS MATERIALIZED (SELECT * FROM orders WHERE total_amount > 500), per_user AS NOT MATERIALIZED (SELECT user_id, count(*) AS n FROM big GROUP BY user_id) SELECT u.email, p.n FROM per_user p JOIN users u USING (user_id) ORDER BY p.n DESC, u.email

-- names of columns given to a step
WITH t(r, total) AS (SELECT region_id, sum(total_amount) FROM orders GROUP BY 1) SELECT r, total, total / (SELECT sum(total) FROM t) AS share FROM t

-- a scalar subquery in many places
SELECT r.region_name, (SELECT count(*) FROM orders o WHERE o.region_id = r.region_id) AS n FROM regions r WHERE (SELECT sum(o.total_amount) FROM orders o WHERE o.region_id = r.region_id) > (SELECT avg(total_amount) FROM orders) ORDER BY (SELECT max(o.order_date) FROM orders o WHERE o.region_id = r.region_id)

-- comparison with all of a subquery
SELECT product_name FROM products p WHERE price >= ALL (SELECT price FROM products q WHERE q.category_id = p.category_id)

-- enumerations compared
SELECT payment_status, count(*) FROM payments WHERE payment_status IN ('completed', 'refunded') OR payment_status > 'failed' GROUP BY payment_status ORDER BY payment_status

-- the value of a domain
SELECT avg(score), max(score) - min(score) FROM customers WHERE score BETWEEN 1 AND 10

-- casts of kinds
SELECT cast(total_amount AS integer), total_amount::float8, '12.50'::numeric(6,2), CAST('2024-01-01' AS date), 1::boolean, order_id::text FROM orders LIMIT 1

-- safe ratios
SELECT region_id, sum(discount_amount) / greatest(sum(total_amount), 1) AS rate, least(max(total_amount), 1000), sign(sum(tax_amount)), mod(count(*)::int, 7) FROM orders GROUP BY region_id

-- rounding
SELECT round(avg(total_amount), 2), ceil(avg(total_amount)), floor(avg(total_amount)), trunc(avg(total_amount), 1), round(avg(total_amount) / 5) * 5 FROM orders

-- logarithms and powers
SELECT ln(price), log(10, price), power(price, 0.5), sqrt(price), cbrt(price), price ^ 2 FROM products WHERE price > 0

-- a standard score
SELECT product_name, (price - avg(price) OVER ()) / nullif(stddev_pop(price) OVER (), 0) AS z FROM products ORDER BY z DESC

-- compound growth
SELECT (last_value / first_value) ^ (1.0 / 3) - 1 FROM (SELECT 150.0 AS last_value, 100.0 AS first_value) v

-- distance on the globe
SELECT 2 * 6371 * asin(sqrt(power(sin(radians(52.5 - 48.1) / 2), 2) + cos(radians(52.5)) * cos(radians(48.1)) * power(sin(radians(13.4 - 11.6) / 2), 2)))

-- bits and modulo
SELECT 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 4, 256 >> 2, 17 % 5, @ -4.5

-- booleans counted
SELECT count(*) FILTER (WHERE is_active IS TRUE), count(*) FILTER (WHERE is_active IS NOT TRUE), bool_and(is_active), every(price > 0) FROM products

-- null order and coalesce
SELECT notes, coalesce(notes, description_of.d, 'none') FROM orders CROSS JOIN (SELECT NULL::text AS d) description_of ORDER BY notes NULLS FIRST LIMIT 4

-- case in order and group
SELECT CASE WHEN total_amount < 100 THEN 'small' WHEN total_amount < 500 THEN 'medium' ELSE 'large' END AS size, count(*) FROM orders GROUP BY 1 ORDER BY min(total_amount)

-- quoted names
SELECT m."Id", m."user" AS "who is it", m."order" FROM "Mixed Case" AS m WHERE m."order" > 0 ORDER BY "who is it"

-- collated order
SELECT last_name FROM users ORDER BY last_name COLLATE "C", first_name COLLATE "de-x-icu"

-- a partitioned table by hours
SELECT date_trunc('hour', taken) AS h, avg(value) FROM measurements WHERE taken >= '2024-05-01' GROUP BY h ORDER BY h

-- an opened view joined
SELECT v.region, v.revenue, t.amount FROM revenue_by_region v JOIN regions r ON r.region_name = v.region LEFT JOIN sales.targets t USING (region_id) ORDER BY v.revenue DESC

-- columns of an extension shown
SELECT id, email, attributes, email::text LIKE '%@example.com' AS example FROM customers WHERE attributes IS NOT NULL

-- comments and a semicolon
/* revenue, by status */ SELECT status, -- as stored
 sum(total_amount) FROM orders GROUP BY status;

-- week over week of one region
SELECT w, n, n - lag(n, 1, 0) OVER (ORDER BY w) AS diff, first_value(n) OVER (ORDER BY w), nth_value(n, 2) OVER (ORDER BY w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (SELECT date_trunc('week', order_date) AS w, count(*)::int AS n FROM orders WHERE region_id = 2 GROUP BY 1) x

-- digests for matching
SELECT md5(lower(email)), encode(sha256(convert_to(email, 'UTF8')), 'hex') FROM users LIMIT 2
