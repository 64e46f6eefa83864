-- json 1
SELECT id, elem ->> 'sku' AS sku, (elem ->> 'price')::numeric * (elem ->> 'n')::int FROM events, jsonb_array_elements(payload -> 'items') AS elem

-- json 2
SELECT id, key, value FROM events, jsonb_each(payload)

-- json 3
SELECT id, jsonb_object_keys(payload) FROM events

-- json 4
SELECT id, jsonb_path_query(payload, '$.items[*] ? (@.price > 5)') FROM events

-- json 5
SELECT id, jsonb_path_query_array(payload, '$.items[*].sku'), jsonb_path_query_first(payload, '$.items[0].price', '{"a": 1}') FROM events

-- json 6
SELECT jsonb_path_query_array(payload, '$.items[*] ? (@.price > $min)', jsonb_build_object('min', 5)) FROM events

-- json 7
SELECT json_build_object('id', id, 'name', payload ->> 'name'), json_build_array(1, 'a', NULL), to_json(tags), row_to_json(e) FROM (SELECT id, payload, tags FROM events) e

-- json 8
SELECT json_agg(json_build_object('r', region_name) ORDER BY region_name) FROM regions

-- json 9
SELECT jsonb_agg(DISTINCT status) FROM orders

-- json 10
SELECT json_object_agg(region_id, region_name) FROM regions

-- json 11
SELECT payload #> '{items,0}', payload - 'name', payload || '{"z": 1}', payload @> '{"a": 1}', payload ?& ARRAY['a', 'b'], payload #- '{items,0}', jsonb_set(payload, '{a}', '5'), payload['items'][0]['sku'] FROM events

-- json 12
SELECT raw -> 'y' -> 'z' ->> 0, json_typeof(raw), raw #>> '{y,z,0}' FROM events

-- json 13
SELECT * FROM jsonb_to_record('{"a":1,"b":"x"}') AS x(a int, b text)

-- json 14
SELECT * FROM json_to_recordset('[{"a":1},{"a":2}]') AS x(a int)

-- json 15
SELECT * FROM json_array_elements_text('["a","b"]') WITH ORDINALITY t(v, i)

-- json 16
SELECT (jsonb_each_text(payload)).* FROM events

-- json 17
SELECT to_json(now()), to_jsonb(1), jsonb_pretty('{"a":1}'), json_strip_nulls('{"a":null}'), jsonb_strip_nulls('{"a":null}')

-- json 18
SELECT jsonb_build_object('total', sum(total_amount), 'by', jsonb_agg(DISTINCT region_id)) FROM orders

-- json 19
SELECT jsonb_agg(t) FROM (SELECT region_id, country FROM regions) t

-- json 20
SELECT json_agg(r.*) FROM regions r

-- json 21
SELECT row_to_json(r) FROM regions r

-- json 22
SELECT to_jsonb(o) ->> 'status' FROM orders o LIMIT 1

-- json 23
SELECT '{"a": {"b": 1}}'::jsonb #>> '{a,b}', '{"a":1}'::json ->> 'a', '[1,2]'::jsonb -> -1, '{"a":1}'::jsonb ? 'a'

-- json 24
SELECT jsonb_agg(jsonb_build_object('d', d, 'n', n) ORDER BY d) FROM (SELECT order_date::date d, count(*) n FROM orders GROUP BY 1) x

-- json 25
SELECT json_object_agg(k, v) FROM (SELECT status AS k, count(*) AS v FROM orders GROUP BY 1) x

-- json 26
SELECT payload -> 'items' -> 0 ->> 'sku', payload #>> '{items,1,sku}', (payload ->> 'a')::int + 1, coalesce(payload ->> 'zz', '-') FROM events

-- json 27
SELECT id FROM events WHERE payload ? 'name' AND payload ->> 'name' IN ('x', 'y') AND (payload -> 'a')::int >= 1

-- json 28
SELECT id FROM events WHERE payload @> '{"items": [{"sku": "s1"}]}' OR payload @? '$.items[*] ? (@.price > 6)' OR payload @@ '$.a == 1'

-- json 29
SELECT id FROM events WHERE payload @? '$.name ? (@ like_regex "^x" flag "i")'

-- json 30
SELECT id, i.value ->> 'sku' FROM events CROSS JOIN jsonb_array_elements(payload -> 'items') i

-- json 31
SELECT id, i ->> 'sku' FROM events CROSS JOIN LATERAL jsonb_array_elements(payload -> 'items') AS t(i)

-- json 32
SELECT id, x.* FROM events, jsonb_to_recordset(payload -> 'items') AS x(sku text, price numeric)

-- json 33
SELECT id, x.sku FROM events LEFT JOIN LATERAL jsonb_to_recordset(payload -> 'items') AS x(sku text, price numeric) ON true

-- json 34
SELECT k, count(*) FROM events, jsonb_object_keys(payload) AS k GROUP BY k

-- json 35
SELECT e.key, e.value FROM events, LATERAL jsonb_each_text(payload) AS e WHERE e.key <> 'items'

-- json 36
SELECT jsonb_path_query(payload, '$.items[*]') ->> 'sku' FROM events

-- json 37
SELECT jsonb_array_length(coalesce(payload -> 'items', '[]'::jsonb)) FROM events

-- json 38
SELECT u.email, (SELECT json_agg(x) FROM (SELECT o.order_id, o.status FROM orders o WHERE o.user_id = u.user_id LIMIT 2) x) FROM users u

-- json 39
SELECT '5'::text::int, '{"a":1}'::jsonb::text, 1::bit(4), 'abc'::bytea, '\xDEADBEEF'::bytea, 't'::bool, '12:30'::time with time zone

-- json 40
SELECT jsonb_build_array(1, 2) || '[3]'::jsonb, '{"a":1,"b":2}'::jsonb - ARRAY['a'], jsonb_insert('[1,2]', '{0}', '0'), '[1,2,3]'::jsonb - 1

-- json 41
SELECT * FROM jsonb_each('{"a":1}') JOIN jsonb_each('{"a":2}') b USING (key)

-- json 42
SELECT * FROM json_each_text('{"a":"x"}') AS t(k, v) WHERE k = 'a'
