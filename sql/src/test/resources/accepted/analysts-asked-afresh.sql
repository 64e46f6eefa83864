-- asked afresh, 1
SELECT date_trunc('month', order_date AT TIME ZONE 'Europe/Berlin')::date AS month, sum(total_amount) FILTER (WHERE status <> 'cancelled') AS revenue, count(*) FROM orders GROUP BY 1 ORDER BY 1

-- asked afresh, 2
SELECT r.country, r.region_name, sum(o.total_amount), GROUPING(r.country, r.region_name) AS lvl FROM orders o JOIN regions r USING (region_id) GROUP BY ROLLUP (r.country, r.region_name) HAVING sum(o.total_amount) > 0 ORDER BY GROUPING(r.country), r.country NULLS LAST, 3 DESC

-- asked afresh, 3
WITH RECURSIVE tree AS (SELECT category_id, category_name, 0 AS depth, ARRAY[category_id] AS path FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.category_name, t.depth + 1, t.path || c.category_id FROM categories c JOIN tree t ON c.parent_category_id = t.category_id WHERE NOT c.category_id = ANY (t.path)) SELECT repeat('  ', depth) || category_name AS label, array_to_string(path, '/') FROM tree ORDER BY path

-- asked afresh, 4
WITH RECURSIVE tree(id, parent) AS (SELECT category_id, parent_category_id FROM categories WHERE parent_category_id IS NULL UNION ALL SELECT c.category_id, c.parent_category_id FROM categories c, tree WHERE c.parent_category_id = tree.id) SEARCH DEPTH FIRST BY id SET ordercol CYCLE id SET is_cycle USING path SELECT id, parent, is_cycle FROM tree ORDER BY ordercol

-- asked afresh, 5
SELECT d::date AS day, coalesce(sum(o.total_amount), 0) AS revenue FROM generate_series(date '2024-01-01', date '2024-01-31', interval '1 day') AS d LEFT JOIN orders o ON o.order_date >= d AND o.order_date < d + interval '1 day' GROUP BY d ORDER BY d

-- asked afresh, 6
SELECT u.email, last.order_date, last.total_amount FROM users u CROSS JOIN LATERAL (SELECT o.order_date, o.total_amount FROM orders o WHERE o.user_id = u.user_id ORDER BY o.order_date DESC LIMIT 1) AS last

-- asked afresh, 7
SELECT DISTINCT ON (p.category_id) p.category_id, p.product_name, p.price FROM products p ORDER BY p.category_id, p.price DESC NULLS LAST, p.product_name

-- asked afresh, 8
SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY total_amount) AS quartiles, mode() WITHIN GROUP (ORDER BY status) FROM orders

-- asked afresh, 9
SELECT width_bucket(total_amount, 0, 1000, 10) AS bucket, count(*), min(total_amount), max(total_amount), numrange(min(total_amount), max(total_amount), '[]') FROM orders GROUP BY bucket ORDER BY bucket

-- asked afresh, 10
SELECT width_bucket(price, ARRAY[10, 50, 100, 500]::numeric[]) AS band, count(*) FROM products GROUP BY 1

-- asked afresh, 11
SELECT to_char(order_date, 'YYYY-"W"IW') AS week, to_char(sum(total_amount), 'FM999G999G990D00') AS rev FROM orders GROUP BY 1 ORDER BY 1

-- asked afresh, 12
SELECT user_id, order_date, order_date - lag(order_date) OVER w AS gap, row_number() OVER w, ntile(4) OVER (ORDER BY total_amount), cume_dist() OVER (ORDER BY total_amount), percent_rank() OVER (PARTITION BY status ORDER BY total_amount) FROM orders WINDOW w AS (PARTITION BY user_id ORDER BY order_date)

-- asked afresh, 13
SELECT order_date::date, sum(total_amount) OVER (ORDER BY order_date RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM orders

-- asked afresh, 14
SELECT order_date::date, avg(total_amount) OVER (ORDER BY order_date GROUPS BETWEEN 2 PRECEDING AND 1 FOLLOWING), first_value(status) OVER (ORDER BY order_date), nth_value(status, 2) OVER (ORDER BY order_date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM orders

-- asked afresh, 15
SELECT string_agg(DISTINCT status, ', ' ORDER BY status), array_agg(order_id ORDER BY order_date DESC) FILTER (WHERE total_amount > 100) FROM orders

-- asked afresh, 16
SELECT (order_date, total_amount) > (timestamptz '2024-03-01', 10) AS later FROM orders WHERE (status, region_id) IN (('shipped', 1), ('pending', 2))

-- asked afresh, 17
SELECT o.order_id FROM orders o WHERE (o.user_id, o.order_date) IN (SELECT user_id, max(order_date) FROM orders GROUP BY user_id)

-- asked afresh, 18
SELECT json_build_object('region', region_name, 'countries', json_agg(country ORDER BY country)) FROM regions GROUP BY region_name

-- asked afresh, 19
SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) s

-- asked afresh, 20
SELECT j.key, j.value::int FROM jsonb_each_text('{"a": 1, "b": 2}'::jsonb) AS j

-- asked afresh, 21
SELECT x.a, x.b FROM jsonb_to_recordset('[{"a":1,"b":"x"},{"a":2,"b":"y"}]') AS x(a int, b text)

-- asked afresh, 22
SELECT jsonb_path_query_array('{"items":[{"p":1},{"p":5}]}', '$.items[*].p ? (@ > 2)')

-- asked afresh, 23
SELECT t.word, t.ord FROM orders o, unnest(string_to_array(o.shipping_address, ' ')) WITH ORDINALITY AS t(word, ord) WHERE t.ord <= 2

-- asked afresh, 24
SELECT a, b FROM unnest(ARRAY[1,2,3], ARRAY['x','y','z']) AS t(a, b)

-- asked afresh, 25
SELECT int4range(1, 10) * int4range(5, 20) AS overlap, upper(int4range(1,10)), daterange('2024-01-01', '2024-02-01') @> date '2024-01-15', lower_inc(numrange(1,2))

-- asked afresh, 26
SELECT age(max(order_date), min(order_date)), justify_interval(max(order_date) - min(order_date)), extract(epoch FROM max(order_date) - min(order_date)) / 86400 FROM orders

-- asked afresh, 27
SELECT make_interval(days => 10, hours => 2), make_date(2024, 2, 29), make_timestamptz(2024, 1, 1, 0, 0, 0, 'UTC'), date_part('isodow', now()), date_bin('15 minutes', now(), timestamp '2001-01-01'::timestamptz)

-- asked afresh, 28
SELECT regexp_replace(phone, '[^0-9]+', '', 'g') AS digits, substring(email FROM '@(.*)$') AS domain, regexp_match(email, '^([^@]+)@') AS lp, split_part(email, '@', 2) FROM users

-- asked afresh, 29
SELECT (regexp_matches(shipping_address, '(\d+)\s+(\w+)', 'g'))[2] AS w, count(*) FROM orders GROUP BY 1

-- asked afresh, 30
SELECT regexp_split_to_table(review_text, '\s+') AS w, count(*) FROM reviews GROUP BY w ORDER BY 2 DESC LIMIT 20

-- asked afresh, 31
SELECT title, ts_rank(to_tsvector('english', review_text), q) AS rank, ts_headline('english', review_text, q) FROM reviews, websearch_to_tsquery('english', 'red shoe') AS q WHERE to_tsvector('english', review_text) @@ q ORDER BY rank DESC

-- asked afresh, 32
SELECT to_tsvector('english', coalesce(title, '') || ' ' || coalesce(review_text, '')) @@ plainto_tsquery('english', 'good buy') FROM reviews

-- asked afresh, 33
VALUES (1, 'one'), (2, 'two') ORDER BY 1 DESC LIMIT 1

-- asked afresh, 34
SELECT v.label, count(o.order_id) FROM (VALUES ('low', 0, 100), ('high', 100, 100000)) AS v(label, lo, hi) LEFT JOIN orders o ON o.total_amount >= v.lo AND o.total_amount < v.hi GROUP BY v.label

-- asked afresh, 35
(SELECT user_id FROM orders WHERE total_amount > 10 EXCEPT SELECT user_id FROM reviews) INTERSECT ALL SELECT user_id FROM users ORDER BY 1

-- asked afresh, 36
SELECT * FROM orders TABLESAMPLE BERNOULLI (10) REPEATABLE (42)

-- asked afresh, 37
SELECT count(*) FROM orders TABLESAMPLE SYSTEM (50)

-- asked afresh, 38
SELECT corr(total_amount, tax_amount), regr_slope(total_amount, tax_amount), stddev_samp(total_amount), var_pop(total_amount), covar_pop(total_amount, tax_amount) FROM orders

-- asked afresh, 39
SELECT rank('shipped') WITHIN GROUP (ORDER BY status) FROM orders

-- asked afresh, 40
SELECT status, bool_and(total_amount > 0), every(notes IS NULL), bit_or(region_id) FROM orders GROUP BY status

-- asked afresh, 41
SELECT greatest(price, cost), least(price, cost, 10), nullif(cost, 0), coalesce(description, 'n/a'), CASE WHEN price > 100 THEN 'exp' WHEN price IS NULL THEN '?' ELSE 'cheap' END FROM products

-- asked afresh, 42
SELECT (total_amount - lag(total_amount, 1, 0::numeric) OVER (ORDER BY order_date))::numeric(12,2) FROM orders

-- asked afresh, 43
TABLE regions

-- asked afresh, 44
SELECT o.*, r.region_name FROM orders AS o NATURAL JOIN regions AS r

-- asked afresh, 45
SELECT count(*) FROM orders o FULL OUTER JOIN payments p ON p.order_id = o.order_id WHERE o.order_id IS NULL OR p.order_id IS NULL

-- asked afresh, 46
SELECT r.region_name FROM regions r WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.region_id = r.region_id)

-- asked afresh, 47
SELECT p.product_name FROM products p WHERE p.price > ALL (SELECT avg(price) FROM products GROUP BY category_id)

-- asked afresh, 48
SELECT email ILIKE '%@Example.com', email SIMILAR TO '%(com|org)', email ~* '^a', email NOT LIKE '%\_%' ESCAPE '\' FROM users

-- asked afresh, 49
SELECT now() - interval '30 days' < created_at, created_at::date = current_date, created_at BETWEEN SYMMETRIC now() AND '2024-01-01' FROM users

-- asked afresh, 50
SELECT count(*) FROM orders WHERE order_date >= date_trunc('quarter', current_date) - interval '3 months' AND order_date < date_trunc('quarter', current_date)

-- asked afresh, 51
SELECT to_date('2024-01-31', 'YYYY-MM-DD') + 1, to_timestamp(1700000000), to_timestamp('2024 Jan', 'YYYY Mon'), timezone('UTC', now())

-- asked afresh, 52
SELECT overlay(phone PLACING '***' FROM 2 FOR 3), position('@' IN email), trim(BOTH ' ' FROM first_name), lpad(last_name, 10, '.'), initcap(last_name), reverse(email), translate(email, 'abc', 'xyz'), left(email, 3), right(email, -2), char_length(email), octet_length(email), ascii(email), chr(65), format('%s <%s>', first_name, email), concat_ws(' ', first_name, last_name), starts_with(email, 'a'), quote_literal(email), to_hex(255), unaccented.x FROM users, (VALUES (1)) AS unaccented(x)

-- asked afresh, 53
SELECT sqrt(total_amount), power(total_amount, 2), ln(1 + total_amount), log(10, 100), exp(1), round(total_amount, -2), ceil(total_amount), floor(total_amount), mod(10, 3), div(10, 3), abs(-1), sign(total_amount), trunc(total_amount, 1), pi(), degrees(1), random(), gcd(12, 18), lcm(4, 6), factorial(5), cbrt(27), scale(total_amount), sinh(1) FROM orders

-- asked afresh, 54
SELECT total_amount % 10, total_amount ^ 2, |/ 16, @ -5, 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 4, 5 != 3 FROM orders

-- asked afresh, 55
SELECT array_length(ARRAY[[1,2],[3,4]], 1), cardinality(ARRAY[1,2]), array_position(ARRAY['a','b'], 'b'), ARRAY[1,2] && ARRAY[2,3], ARRAY[1] <@ ARRAY[1,2], array_remove(ARRAY[1,2,1], 1), (ARRAY[1,2,3])[2:3], array_cat(ARRAY[1], ARRAY[2]), array_append(ARRAY[1], 2), ARRAY(SELECT region_id FROM regions ORDER BY 1), array_fill(0, ARRAY[3]), trim_array(ARRAY[1,2,3], 1), array_dims(ARRAY[1]), array_upper(ARRAY[1], 1), array_replace(ARRAY[1], 1, 2)

-- asked afresh, 56
SELECT region_name, to_char(tax_rate * 100, '990.99%') FROM regions ORDER BY region_name COLLATE "C"

-- asked afresh, 57
SELECT user_id FROM orders GROUP BY user_id HAVING count(DISTINCT date_trunc('month', order_date)) >= 2 AND max(total_amount) > 2 * avg(total_amount)

-- asked afresh, 58
SELECT cohort, months, count(DISTINCT user_id) FROM (SELECT o.user_id, date_trunc('month', f.first) AS cohort, (extract(year FROM age(o.order_date, f.first)) * 12 + extract(month FROM age(o.order_date, f.first)))::int AS months FROM orders o JOIN (SELECT user_id, min(order_date) AS first FROM orders GROUP BY user_id) f USING (user_id)) c GROUP BY 1, 2 ORDER BY 1, 2

-- asked afresh, 59
SELECT user_id, sum(CASE WHEN gap > interval '30 minutes' THEN 1 ELSE 0 END) OVER (PARTITION BY user_id ORDER BY order_date) AS session FROM (SELECT user_id, order_date, order_date - lag(order_date) OVER (PARTITION BY user_id ORDER BY order_date) AS gap FROM orders) x

-- asked afresh, 60
SELECT current_date, current_timestamp, localtimestamp, clock_timestamp(), statement_timestamp(), transaction_timestamp(), current_time, localtime(0)

-- asked afresh, 61
SELECT isfinite(order_date), order_date IS DISTINCT FROM NULL, (discount_amount > 0) IS TRUE, notes IS NOT NULL, (order_date, order_date + interval '1 day') OVERLAPS (timestamptz '2024-01-01', interval '30 days') FROM orders

-- asked afresh, 62
SELECT gs.n, sum(gs.n) OVER (ORDER BY gs.n) FROM generate_series(1, 100) AS gs(n)

-- asked afresh, 63
WITH months AS MATERIALIZED (SELECT generate_series(date_trunc('month', min(order_date)), date_trunc('month', max(order_date)), '1 month') AS m FROM orders) SELECT m, (SELECT count(*) FROM orders o WHERE date_trunc('month', o.order_date) = m) FROM months ORDER BY m

-- asked afresh, 64
SELECT grouping(status) AS g, status, region_id, count(*) FROM orders GROUP BY GROUPING SETS ((status, region_id), (status), ()) ORDER BY 1, 2, 3

-- asked afresh, 65
SELECT status, region_id, count(*) FROM orders GROUP BY DISTINCT CUBE (status, region_id), region_id

-- asked afresh, 66
SELECT payment_method, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS pct FROM payments GROUP BY payment_method

-- asked afresh, 67
SELECT sum(subtotal) / NULLIF(sum(sum(subtotal)) OVER (PARTITION BY p.category_id), 0) FROM order_items i JOIN products p USING (product_id) GROUP BY p.category_id, p.product_id

-- asked afresh, 68
SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT region_name, country FROM regions) x

-- asked afresh, 69
SELECT row_to_json(x) FROM (SELECT status, count(*) AS n FROM orders GROUP BY 1) AS x

-- asked afresh, 70
SELECT json_agg(x) FROM (SELECT region_name, country FROM regions LIMIT 3) x

-- asked afresh, 71
SELECT '{"a": {"b": [1,2,3]}}'::jsonb #>> '{a,b,0}', '{"a":1}'::jsonb ? 'a', '{"a":1}'::jsonb @> '{"a":1}', '{"a":1}'::jsonb - 'a', jsonb_set('{"a":1}', '{a}', '2'), jsonb_strip_nulls('{"a":null}'), jsonb_array_length('[1,2]'), jsonb_typeof('[]'), jsonb_pretty('{}'), '[1,2]'::jsonb -> 0, ('{"a":[1]}'::jsonb)['a'][0]

-- asked afresh, 72
SELECT order_id::text, order_id = '20000000-0000-0000-0000-000000000001'::uuid, gen_random_uuid() FROM orders

-- asked afresh, 73
SELECT bucket, count(*) FROM (SELECT floor(extract(epoch FROM order_date) / 3600)::bigint AS bucket FROM orders) b GROUP BY bucket ORDER BY 2 DESC FETCH FIRST 10 ROWS WITH TIES

-- asked afresh, 74
SELECT extract(dow FROM order_date) AS dow, extract(hour FROM order_date AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS h, count(*) FROM orders GROUP BY 1, 2

-- asked afresh, 75
SELECT date '2024-03-31' - date '2024-01-01', date '2024-01-31' + interval '1 month', interval '1 day 02:03:04' * 2.5, interval '1 year' / 12, timestamp '2024-01-01' - interval '1' day, interval '90' minute, interval '1-2' year to month

-- asked afresh, 76
SELECT first_name || ' ' || last_name AS "Full Name", U&'\0041' AS u, E'a\tb' AS t, $$dollar$$ AS d FROM users ORDER BY "Full Name" DESC NULLS FIRST

-- asked afresh, 77
SELECT u.first_name, o.cnt FROM users u LEFT JOIN LATERAL (SELECT count(*) AS cnt FROM orders WHERE orders.user_id = u.user_id) o ON true WHERE u.is_active

-- asked afresh, 78
SELECT num_nulls(notes, shipping_address), num_nonnulls(notes) FROM orders

-- asked afresh, 79
SELECT avg(rating)::numeric(3,2), count(*) FILTER (WHERE rating = 5)::float / count(*), sum(rating * helpful_count)::double precision / nullif(sum(helpful_count), 0) FROM reviews

-- asked afresh, 80
SELECT CAST(total_amount AS money), total_amount::int8, '12.5'::numeric, CAST('2024-01-01' AS date), '1'::bit(3), B'101', X'1F' FROM orders

-- asked afresh, 81
SELECT min(x) FROM (SELECT unnest(ARRAY[3,1,2]) AS x) t

-- asked afresh, 82
SELECT bit_count(B'1011'), get_bit(B'101', 1), string_to_table('a,b,c', ',')

-- asked afresh, 83
SELECT range_agg(tstzrange(order_date, order_date + interval '1 day')) FROM orders

-- asked afresh, 84
SELECT unnest(range_agg(daterange(order_date::date, order_date::date + 7))) FROM orders

-- asked afresh, 85
SELECT isempty(r), r -|- '[5,9)'::int4range, r << '[10,12]', range_merge(r, '[7,8]') FROM (VALUES (int4range(1,5)), ('empty')) AS v(r)

-- asked afresh, 86
SELECT inet '10.0.0.1/8', host(inet '10.0.0.1'), network(inet '10.1.2.3/8'), inet '10.0.0.5' << inet '10.0.0.0/8'

-- asked afresh, 87
SELECT point(1,2) <-> point(3,4), circle(point(0,0), 2) @> point(1,1), area(box(point(0,0), point(1,1)))

-- asked afresh, 88
SELECT any_value FROM (SELECT max(status) AS any_value FROM orders) s

-- asked afresh, 89
SELECT p.product_name, p.price - avg(p.price) OVER (PARTITION BY p.category_id) AS diff FROM public.products p ORDER BY diff DESC OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY

-- asked afresh, 90
WITH t AS (SELECT status, total_amount FROM orders), u AS (SELECT status, sum(total_amount) s FROM t GROUP BY status) SELECT t.status, u.s FROM t JOIN u ON t.status = u.status UNION ALL SELECT 'all', sum(s) FROM u

-- asked afresh, 91
SELECT extract(julian FROM order_date), extract(isoyear FROM order_date), date_part('week', order_date), date_trunc('day', order_date, 'Asia/Tokyo'), to_char(order_date, 'TMDay, DD TMMonth YYYY HH24:MI:SS TZ') FROM orders

-- asked afresh, 92
SELECT regexp_split_to_array('a b  c', '\s+'), regexp_count('aaa', 'a'), regexp_like('abc', 'B', 'i'), regexp_substr('foo123', '\d+'), regexp_instr('abc', 'c')

-- asked afresh, 93
SELECT crosstab.status, max(n) FILTER (WHERE region_id = 1) AS r1, max(n) FILTER (WHERE region_id = 2) AS r2 FROM (SELECT status, region_id, count(*) n FROM orders GROUP BY 1,2) crosstab GROUP BY 1

-- asked afresh, 94
SELECT x.n, y.n FROM generate_series(1,3) x(n), generate_series(x.n, 5) y(n)

-- asked afresh, 95
SELECT rows.a, rows.b, rows.ordinality FROM ROWS FROM (generate_series(1,3), unnest(ARRAY['a','b'])) WITH ORDINALITY AS rows(a, b)

-- asked afresh, 96
SELECT o.order_id, i.q FROM orders o JOIN (SELECT order_id, sum(quantity) q FROM order_items GROUP BY order_id) i ON i.order_id = o.order_id AND i.q BETWEEN 1 AND 5 WHERE EXTRACT(YEAR FROM o.order_date) = 2024 AND o.status NOT IN ('cancelled', 'returned')

-- asked afresh, 97
SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM orders) AS orders, (SELECT sum(amount) FROM payments WHERE payment_status = 'completed') AS paid

-- asked afresh, 98
SELECT tsrange('2024-01-01', '2024-02-01') && tsrange(created_at::timestamp, NULL) FROM users

-- asked afresh, 99
SELECT normalize('é', NFC) IS NORMALIZED, convert_from('\x41'::bytea, 'UTF8'), encode('abc', 'base64'), decode('YWJj', 'base64'), length('abc'::bytea)

-- asked afresh, 100
SELECT lag(x) OVER (ORDER BY y) FROM (SELECT total_amount AS x, order_date AS y FROM orders) AS o ORDER BY y LIMIT 5 OFFSET 5

-- asked afresh, 101
SELECT sum(o.total_amount) OVER (PARTITION BY date_trunc('year', o.order_date) ORDER BY date_trunc('month', o.order_date)) AS ytd, o.order_date FROM orders o

-- asked afresh, 102
SELECT count(*), count(DISTINCT (user_id, status)) FROM orders

-- asked afresh, 103
SELECT max(total_amount) - min(total_amount) AS spread, array_agg(DISTINCT status) AS statuses FROM orders WHERE order_date >= '2024-01-01'::timestamptz AND order_date < 'now'::timestamptz

-- asked afresh, 104
SELECT ts_stat.word FROM (SELECT unnest(tsvector_to_array(to_tsvector('english', review_text))) AS word FROM reviews) ts_stat GROUP BY word

-- asked afresh, 105
SELECT strpos(email, '@'), substr(email, 1, 3), btrim(email), ltrim(email, 'a'), rtrim(email), repeat('*', rating), upper(title), lower(title) FROM users JOIN reviews USING (user_id)

-- asked afresh, 106
SELECT xmin_like.a FROM (SELECT 1 AS a) xmin_like

-- asked afresh, 107
SELECT json_object_agg(k, v) FROM (VALUES ('a', 1), ('b', 2)) t(k, v)

-- asked afresh, 108
SELECT jsonb_build_array(1, 'a', true), to_json(ARRAY[1,2]), array_to_json(ARRAY[1]), json_typeof('1'), json_array_elements_text('["a","b"]')

-- asked afresh, 109
SELECT users.email, orders.status FROM users INNER JOIN orders ON users.user_id = orders.user_id AND orders.order_date > users.created_at + '1 week'::interval

-- asked afresh, 110
SELECT status, (count(*) * 100.0 / (SELECT count(*) FROM orders))::numeric(5,1) || '%' FROM orders GROUP BY status ORDER BY count(*) DESC, status

-- asked afresh, 111
SELECT o.status, count(*) FROM orders o GROUP BY o.status ORDER BY array_position(ARRAY['pending','processing','shipped','delivered'], o.status)

-- asked afresh, 112
SELECT pg_size_pretty(1234567::bigint)

-- asked afresh, 113
SELECT generate_series('2024-01-01'::timestamp, '2024-12-31', '1 month')::date AS month_start

-- asked afresh, 114
SELECT d, extract(week FROM d) FROM generate_series(current_date - 6, current_date, '1 day') d

-- asked afresh, 115
SELECT date_trunc('month', d) + interval '1 month' - interval '1 day' AS month_end FROM generate_series(now() - interval '1 year', now(), interval '1 month') AS g(d)

-- asked afresh, 116
SELECT ROW(1, 2) = ROW(1, 2), ROW(1, NULL) IS NULL, (1, 2) IS DISTINCT FROM (1, 3)

-- asked afresh, 117
SELECT least(1, 2), 1 = ANY ('{1,2}'::int[]), 'a' = SOME (ARRAY['a','b']), 5 < ALL (VALUES (6), (7))

-- asked afresh, 118
SELECT * FROM orders ORDER BY random() LIMIT 5

-- asked afresh, 119
SELECT ALL status FROM orders

-- asked afresh, 120
SELECT 1 WHERE EXISTS (SELECT FROM orders WHERE total_amount > 1000)

-- asked afresh, 121
SELECT coalesce(nullif(trim(notes), ''), '(none)') AS notes, count(*) OVER () AS total_rows FROM orders LIMIT (SELECT count(*) / 10 FROM orders)

-- asked afresh, 122
SELECT (array_agg(order_id ORDER BY total_amount DESC))[1:3] AS top3 FROM orders GROUP BY user_id

-- asked afresh, 123
SELECT jsonb_path_exists('{"a": [1,2]}', '$.a[*] ? (@ > $min)', '{"min": 1}'), '{"a":1}'::jsonb @? '$.a', '{"a":1}'::jsonb @@ '$.a == 1'

-- asked afresh, 124
SELECT count(*) FROM ONLY orders

-- asked afresh, 125
SELECT e->>'sku' AS sku, (e->>'price')::numeric * (e->>'n')::int AS total FROM jsonb_array_elements('[{"sku":"a","price":"2","n":"3"}]'::jsonb) AS e

-- asked afresh, 126
SELECT to_number('1,234.50', '9G999D99'), unistr('\0041'), to_char(interval '26 hours', 'HH24:MI'), to_char(1234.5, 'L9,999.99'), to_char(42, 'RN')

-- asked afresh, 127
SELECT make_interval(months => 3), make_interval(0, 3), date_part('epoch', interval '1 day'), extract(century FROM now()), justify_days(interval '65 days'), justify_hours('50 hours')

-- asked afresh, 128
SELECT format('%1$s-%2$s', 'a', 'b'), concat('a', 1, NULL, true), format('%-10s|%5s', 'x', 'y'), concat_ws(',', VARIADIC ARRAY['a','b'])

-- asked afresh, 129
SELECT CAST(status AS varchar(10)), status::char(3), '2024-01-01'::date::timestamp, numeric 'NaN', 1.5::decimal(10,2), '{1,2}'::int[], '{{a,b},{c,d}}'::text[][], '10:00'::time, '10:00+02'::timetz, 'x'::bpchar, '1'::tsquery, '{[1,3)}'::int4multirange, '1.5'::real FROM orders

-- asked afresh, 130
SELECT o.region_id, (SELECT r.region_name FROM regions r WHERE r.region_id = o.region_id) AS name, count(*) FROM orders o GROUP BY o.region_id, (SELECT r.region_name FROM regions r WHERE r.region_id = o.region_id) ORDER BY (SELECT count(*) FROM orders x WHERE x.region_id = o.region_id)

-- asked afresh, 131
SELECT CASE status WHEN 'pending' THEN 1 WHEN 'shipped' THEN 2 ELSE 3 END AS rank, sum(total_amount) FROM orders GROUP BY CASE status WHEN 'pending' THEN 1 WHEN 'shipped' THEN 2 ELSE 3 END

-- asked afresh, 132
SELECT sum(CASE WHEN status = 'delivered' THEN total_amount ELSE 0 END)::float8 / NULLIF(sum(total_amount), 0)::float8 AS ratio FROM orders

-- asked afresh, 133
WITH ranked AS (SELECT p.*, dense_rank() OVER (PARTITION BY category_id ORDER BY price DESC) AS rk FROM products p) SELECT c.category_name, r.product_name, r.price FROM ranked r JOIN categories c ON c.category_id = r.category_id WHERE r.rk <= 3

-- asked afresh, 134
WITH RECURSIVE cal AS (SELECT date '2024-01-01' AS d UNION ALL SELECT d + 1 FROM cal WHERE d < date '2024-01-31') SELECT d, to_char(d, 'Dy') FROM cal

-- asked afresh, 135
WITH RECURSIVE fib(a, b) AS (VALUES (0, 1) UNION ALL SELECT b, a + b FROM fib WHERE b < 1000) SELECT a FROM fib

-- asked afresh, 136
SELECT user_id, array_agg(status::text) @> ARRAY['shipped', 'delivered'] AS both FROM orders GROUP BY user_id

-- asked afresh, 137
SELECT json_value('{"a": 1}'::jsonb, '$.a' RETURNING int), json_query('{"a": [1]}'::jsonb, '$.a'), json_exists('{"a": 1}'::jsonb, '$.a')

-- asked afresh, 138
SELECT jt.* FROM JSON_TABLE('[{"a":1,"b":"x"}]'::jsonb, '$[*]' COLUMNS (a int PATH '$.a', b text PATH '$.b')) AS jt

-- asked afresh, 139
SELECT now() AT LOCAL

-- asked afresh, 140
SELECT any_value(status), region_id FROM orders GROUP BY region_id

-- asked afresh, 141
SELECT * FROM (SELECT status, total_amount FROM orders) UNION ALL SELECT 'x', 1

-- asked afresh, 142
SELECT s.* FROM (SELECT status, count(*) FROM orders GROUP BY status) AS s(name, number) WHERE s.number > 3

-- asked afresh, 143
SELECT users.first_name, sum(orders.total_amount) AS total FROM public.users, public.orders WHERE users.user_id = orders.user_id GROUP BY users.user_id, users.first_name HAVING sum(orders.total_amount) > (SELECT avg(t) FROM (SELECT sum(total_amount) AS t FROM orders GROUP BY user_id) x) ORDER BY total DESC

-- asked afresh, 144
SELECT date_trunc('week', o.order_date)::date AS week, r.country, sum(o.total_amount) AS rev, sum(sum(o.total_amount)) OVER (PARTITION BY r.country ORDER BY date_trunc('week', o.order_date)::date) AS running, round(100 * (sum(o.total_amount) / lag(sum(o.total_amount)) OVER (PARTITION BY r.country ORDER BY date_trunc('week', o.order_date)::date) - 1), 1) AS growth FROM orders o JOIN regions r ON r.region_id = o.region_id GROUP BY 1, 2

-- asked afresh, 145
SELECT avg(total_amount) OVER w7 AS ma7, max(total_amount) OVER (w7 ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM orders WINDOW w7 AS (ORDER BY order_date)

-- asked afresh, 146
SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY total_amount DESC) FILTER (WHERE status = 'shipped'), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM order_date)) FROM orders

-- asked afresh, 147
SELECT count(*) FILTER (WHERE order_date >= now() - '7 days'::interval) AS d7, count(*) FILTER (WHERE order_date >= now() - '28 days'::interval) AS d28 FROM orders

-- asked afresh, 148
SELECT a.product_id, b.product_id, count(*) AS together FROM order_items a JOIN order_items b ON a.order_id = b.order_id AND a.product_id < b.product_id GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10

-- asked afresh, 149
SELECT email, regexp_replace(email, '(^.).*(@.*$)', '\1***\2') AS masked FROM users

-- asked afresh, 150
SELECT split_part(email, '@', -1), string_to_array(email, '.'), array_to_string(string_to_array(email, '.'), '/', '?'), (string_to_array(email, '@'))[1] FROM users

-- asked afresh, 151
SELECT email ~ '^[[:alpha:]]+\d{1,2}@', email !~* 'x{0,3}', substring(email FROM 1 FOR 3), substring(email SIMILAR '%#"@#"%' ESCAPE '#') FROM users

-- asked afresh, 152
SELECT (regexp_match(email, '(\w+)@(\w+)\.(\w+)'))[3] AS tld, count(*) FROM users GROUP BY tld

-- asked afresh, 153
SELECT 'b' BETWEEN 'a' AND 'c', 1 NOT BETWEEN 2 AND 3, true AND NOT false OR null, 1 <> 2, 3 >= 2, 1 IN (1, 2), NULL IS UNKNOWN

-- asked afresh, 154
SELECT date '2024-05-01' + time '10:00', timestamp '2024-05-01 10:00' - date '2024-04-01', (date '2024-05-01', date '2024-06-01') OVERLAPS (date '2024-05-15', date '2024-07-01')

-- asked afresh, 155
SELECT tstzrange(o.order_date, lead(o.order_date) OVER (PARTITION BY o.user_id ORDER BY o.order_date)) AS period FROM orders o

-- asked afresh, 156
SELECT count(*), sum(upper(r) - lower(r)) FROM (SELECT int4range(1, region_id + 1) AS r FROM orders) x

-- asked afresh, 157
SELECT lower(m), upper(m) FROM (SELECT unnest('{[1,3),[5,8)}'::int4multirange) AS m) x

-- asked afresh, 158
SELECT '[2024-01-01,2024-02-01]'::daterange @> order_date::date, daterange('2024-01-01', NULL) && daterange(order_date::date, NULL) FROM orders

-- asked afresh, 159
SELECT stddev(total_amount) / avg(total_amount), (total_amount - avg(total_amount) OVER ()) / stddev(total_amount) OVER () AS z FROM orders GROUP BY total_amount

-- asked afresh, 160
SELECT regr_r2(y, x), regr_intercept(y, x), regr_count(y, x) FROM (SELECT total_amount::float AS y, extract(epoch FROM order_date)::float AS x FROM orders) s

-- asked afresh, 161
SELECT trunc(random() * 10)::int, ceil(1.2), round(2.5::numeric), round(2.567, 2), log(100), ln(2.7), exp(1.0), width_bucket(5, 0, 10, 5), atan2(1, 1), cos(0), min_scale(1.500), trim_scale(1.500), random_normal() AS rn

-- asked afresh, 162
SELECT string_agg(first_name || ' ' || last_name, E'\n' ORDER BY last_name, first_name) FROM users WHERE is_active IS NOT FALSE

-- asked afresh, 163
SELECT jsonb_agg(jsonb_build_object('id', order_id, 'total', total_amount) ORDER BY order_date) FILTER (WHERE total_amount > 0) FROM orders GROUP BY user_id

-- asked afresh, 164
WITH events_like(payload) AS (VALUES ('{"a":1,"b":2}'::jsonb)) SELECT key, value FROM events_like, jsonb_each(payload)

-- asked afresh, 165
WITH e(payload) AS (VALUES ('{"a":1,"b":[1,2]}'::jsonb)) SELECT payload->'b'->>0, payload->>'a', jsonb_insert(payload, '{b,0}', '9'), payload || '{"c":3}', payload #- '{b,0}', payload ?& ARRAY['a','b'], payload ?| ARRAY['z'], jsonb_extract_path_text(payload, 'a') FROM e

-- asked afresh, 166
SELECT x FROM jsonb_array_elements_text('["a","b"]') WITH ORDINALITY AS t(x, i) WHERE i = 1

-- asked afresh, 167
SELECT r.* FROM jsonb_to_record('{"a":1,"b":"x"}') AS r(a int, b text)

-- asked afresh, 168
SELECT generate_subscripts(ARRAY[1,2,3], 1), array_ndims(ARRAY[[1],[2]]), array_lower(ARRAY[1],1), array_positions(ARRAY[1,2,1], 1), array_prepend(0, ARRAY[1]), ARRAY[1,2] || 3, array_shuffle(ARRAY[1,2,3]), array_sample(ARRAY[1,2,3], 2)

-- asked afresh, 169
SELECT o.user_id, o.order_date, count(*) OVER (PARTITION BY o.user_id ORDER BY o.order_date RANGE BETWEEN '30 days' PRECEDING AND '1 day' FOLLOWING) FROM orders o

-- asked afresh, 170
SELECT r.region_name, x.status, x.n FROM regions r LEFT JOIN LATERAL (SELECT o.status, count(*) AS n FROM orders o WHERE o.region_id = r.region_id GROUP BY o.status ORDER BY n DESC FETCH FIRST ROW ONLY) x ON TRUE

-- asked afresh, 171
SELECT EXTRACT(DAY FROM (max(order_date) - min(order_date))) AS days, date_part('day', max(order_date) - min(order_date)) FROM orders

-- asked afresh, 172
SELECT (date_trunc('month', current_date) + interval '1 month - 1 day')::date, current_date - (extract(dow FROM current_date)::int + 6) % 7, date_trunc('year', now()) - interval '1 year'

-- asked afresh, 173
SELECT floor(extract(year FROM age(created_at))) FROM users

-- asked afresh, 174
SELECT count(*) FROM users WHERE (current_date - created_at::date) / 7 > 4 AND last_login > now() - make_interval(weeks => 200)

-- asked afresh, 175
SELECT u.email FROM users u LEFT JOIN orders o ON o.user_id = u.user_id WHERE o.order_id IS NULL

-- asked afresh, 176
SELECT u.email FROM users u WHERE u.user_id NOT IN (SELECT o.user_id FROM orders o WHERE o.user_id IS NOT NULL)

-- asked afresh, 177
SELECT u.email FROM users u WHERE (SELECT count(*) FROM orders o WHERE o.user_id = u.user_id) >= 3

-- asked afresh, 178
SELECT status, sum(total_amount) FROM orders GROUP BY status UNION ALL SELECT 'TOTAL', sum(total_amount) FROM orders ORDER BY 2 DESC

-- asked afresh, 179
SELECT COUNT(*) AS "COUNT(*)", AVG("total_amount") AS "Average" FROM "public"."orders" AS "O" WHERE "O"."status" LIKE 's%'

-- asked afresh, 180
SELECT gender.g, n FROM (SELECT 'm' AS g, 1 AS n) AS gender

-- asked afresh, 181
SELECT order_date::date AS date, count(*) AS count, sum(total_amount) AS sum, min(total_amount) AS min FROM orders GROUP BY date ORDER BY date

-- asked afresh, 182
SELECT value, type, name, position, year FROM (VALUES (1, 'a', 'b', 2, 2024)) AS t(value, type, name, position, year)

-- asked afresh, 183
SELECT percent_rank(100) WITHIN GROUP (ORDER BY total_amount), cume_dist(100) WITHIN GROUP (ORDER BY total_amount), dense_rank(100, 'a') WITHIN GROUP (ORDER BY total_amount, status) FROM orders

-- asked afresh, 184
SELECT o.order_id, jsonb_strip_nulls(jsonb_build_object('n', o.notes)), o.notes COLLATE "POSIX" < 'm' COLLATE "POSIX" FROM orders o

-- asked afresh, 185
SELECT first_name COLLATE "C" FROM users GROUP BY first_name COLLATE "C" ORDER BY 1

-- asked afresh, 186
SELECT sum(total_amount) FROM orders WHERE order_date >= TIMESTAMP WITH TIME ZONE '2024-01-01 00:00:00+00' AND order_date < TIMESTAMP '2024-07-01' AND order_date <> 'infinity' AND status IN (VALUES ('shipped'), ('pending'))

-- asked afresh, 187
SELECT (total_amount > 100)::int, total_amount::text, '5'::int + 1, 'true'::boolean, 't'::bool, 1::boolean, (now())::date FROM orders

-- asked afresh, 188
SELECT sum((status = 'shipped')::int) AS shipped, avg((total_amount > 100)::int::numeric) FROM orders

-- asked afresh, 189
SELECT product_name, price, price * 1.19 AS gross, -price, +price, (price)::numeric(10,2) FROM products WHERE price IS NOT NULL AND NOT (is_active IS FALSE) AND product_name !~~ 'X%' AND sku ~~* 'sku%'

-- asked afresh, 190
SELECT u.* FROM users u JOIN (SELECT user_id FROM orders GROUP BY user_id ORDER BY sum(total_amount) DESC LIMIT 10) top USING (user_id)

-- asked afresh, 191
SELECT * FROM users u JOIN orders o USING (user_id) AS j WHERE j.user_id IS NOT NULL

-- asked afresh, 192
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY next - order_date) FROM (SELECT order_date, lead(order_date) OVER (PARTITION BY user_id ORDER BY order_date) AS next FROM orders) t

-- asked afresh, 193
SELECT reverse('abc'), 'abc' ^@ 'a', lower('A' || 1::text), 'abc' < 'abd', string_agg(x, '') FROM unnest(ARRAY['a','b']) x GROUP BY ()

-- asked afresh, 194
SELECT sum(amount) FROM payments WHERE payment_date::date = DATE 'yesterday' OR payment_date > 'today'::date

-- asked afresh, 195
SELECT txn.payment_method, 100 * sum(txn.amount) FILTER (WHERE txn.payment_status = 'failed') / sum(txn.amount) FROM payments AS txn GROUP BY txn.payment_method HAVING count(*) > 1 ORDER BY 2 DESC NULLS LAST

-- asked afresh, 196
SELECT (o).total_amount FROM orders o

-- asked afresh, 197
SELECT count(o) FROM orders o

-- asked afresh, 198
SELECT count(o.*) FROM orders o

-- asked afresh, 199
SELECT DISTINCT o.* FROM orders o

-- asked afresh, 200
SELECT sum(length(x.notes)) FROM (SELECT DISTINCT notes FROM orders) x

-- asked afresh, 201
SELECT max(o.order_date) FROM orders o, LATERAL (SELECT 1 FROM regions r WHERE r.region_id = o.region_id) z

-- asked afresh, 202
SELECT * FROM generate_series(5, 1, -2) s, LATERAL (SELECT s * 2 AS dbl) l

-- asked afresh, 203
SELECT * FROM generate_series('2024-01-01'::timestamptz, '2024-03-01'::timestamptz, '1 week', 'Europe/Berlin')

-- asked afresh, 204
SELECT date_add(now(), interval '1 day', 'Europe/Berlin'), date_subtract(now(), '1 day')

-- asked afresh, 205
SELECT id FROM (SELECT ROW_NUMBER() OVER () AS id, status FROM orders) x WHERE id % 2 = 0

-- asked afresh, 206
SELECT lag(total_amount) OVER (ORDER BY order_date) IS NULL, total_amount - first_value(total_amount) OVER (PARTITION BY date_trunc('month', order_date) ORDER BY order_date) FROM orders

-- asked afresh, 207
SELECT uuidv7(), uuid_extract_timestamp(order_id), uuid_extract_version(order_id) FROM orders

-- asked afresh, 208
SELECT /* comment */ count(*) -- end
FROM orders;

-- asked afresh, 209
SELECT EXISTS (SELECT 1 FROM orders), NOT EXISTS (TABLE regions), ARRAY(VALUES (1), (2)), (VALUES (3))

-- asked afresh, 210
SELECT min(order_date), max(order_date)::timestamp(0), current_timestamp(0), localtimestamp(3), date_trunc('second', now()) FROM orders

-- asked afresh, 211
SELECT mode() WITHIN GROUP (ORDER BY extract(hour FROM order_date)) AS peak, approx FROM orders, (SELECT 1 AS approx) a GROUP BY approx

-- asked afresh, 212
SELECT g.i, chr(64 + g.i), to_char(make_date(2024, g.i, 1), 'Mon') FROM generate_series(1, 12) AS g(i)

-- asked afresh, 213
SELECT lo, hi, count(o.total_amount) FROM (SELECT i * 100 AS lo, (i + 1) * 100 AS hi FROM generate_series(0, 9) i) b LEFT JOIN orders o ON o.total_amount >= b.lo AND o.total_amount < b.hi GROUP BY lo, hi ORDER BY lo
