-- arrays 1
SELECT u.email, x.k FROM users u LEFT JOIN LATERAL unnest(string_to_array(u.email, '@')) AS x(k) ON true

-- arrays 2
SELECT unnest(tags) AS tag, count(*) FROM events GROUP BY 1

-- arrays 3
SELECT id FROM events WHERE 'x' = ANY(tags) OR 'q' <> ALL(tags)

-- arrays 4
SELECT tags[1:1], tags[:1], tags[array_upper(tags, 1)], array_position(tags, 'y'), array_to_string(tags, ', ', '-'), array_cat(tags, ARRAY['z']), array_append(tags, 'q'), array_remove(tags, 'x'), array_ndims(tags) FROM events

-- arrays 5
SELECT ARRAY(SELECT region_name FROM regions ORDER BY 1), ARRAY[1,2,3] @> ARRAY[2], ARRAY[1,2] || 3, ARRAY[]::int[], '{1,2}'::int[]

-- arrays 6
SELECT array_agg(ARRAY[region_id, 1]) FROM regions

-- arrays 7
SELECT width_bucket(total_amount, ARRAY[100, 500, 1000]), width_bucket(total_amount, 0, 1000, 10) FROM orders

-- arrays 8
SELECT count(*) FROM users WHERE email ILIKE ANY (ARRAY['a%', 'b%']) AND email NOT LIKE ALL (ARRAY['%zz%', 'q%'])

-- arrays 9
SELECT count(DISTINCT region_id), sum(DISTINCT region_id), array_agg(DISTINCT region_id ORDER BY region_id DESC) FROM orders

-- arrays 10
SELECT region_id, array_agg(status ORDER BY order_date) FILTER (WHERE status <> 'pending') FROM orders GROUP BY 1

-- arrays 11
SELECT count(*) FROM orders WHERE status = ANY (ARRAY['shipped', 'delivered']::text[])

-- arrays 12
SELECT (ARRAY['low', 'mid', 'high'])[width_bucket(price, 0, 120, 3)] FROM products WHERE price < 110

-- arrays 13
SELECT array_agg(x) FROM unnest(ARRAY[3,1,2]) AS x

-- arrays 14
SELECT a, b FROM unnest(ARRAY[1,2], ARRAY['x','y','z']) AS t(a, b)

-- arrays 15
SELECT t.* FROM unnest(ARRAY['a','b']) WITH ORDINALITY AS t

-- arrays 16
SELECT generate_subscripts(tags, 1), tags FROM events

-- arrays 17
SELECT (SELECT array_agg(a ORDER BY a) FROM unnest(ARRAY[3,1]) a), array_sort(ARRAY[2,1]), array_reverse(ARRAY[1,2]), array_shuffle(ARRAY[1]), array_sample(ARRAY[1], 1), trim_array(ARRAY[1,2], 1)

-- arrays 18
SELECT cardinality(tags), tags = ARRAY['x','y'], tags < ARRAY['z'], tags <> '{}' FROM events

-- arrays 19
SELECT sum(x) FROM (SELECT unnest(ARRAY[1, 2, 3]) AS x) t

-- arrays 20
SELECT * FROM unnest('{a,b}'::text[]) WITH ORDINALITY AS t(v, i) ORDER BY i DESC

-- arrays 21
SELECT array_to_string(array_agg(DISTINCT status ORDER BY status), '; ') FROM orders

-- arrays 22
SELECT array(SELECT DISTINCT unnest(tags) ORDER BY 1) FROM events

-- arrays 23
SELECT tags || ARRAY['z', 'w'], 'z'::text || tags, tags || 'z'::text FROM events

-- arrays 24
SELECT array_agg(o) FROM (SELECT region_id, count(*) FROM orders GROUP BY 1) o

-- arrays 25
SELECT u.email, ARRAY(SELECT o.status FROM orders o WHERE o.user_id = u.user_id ORDER BY o.order_date DESC) FROM users u

-- arrays 26
SELECT array_fill(0, ARRAY[3]), array_fill(1, ARRAY[2, 2]), array_length(ARRAY[[1, 2], [3, 4]], 2), array_dims(ARRAY[1])
