-- sql json 1
SELECT JSON_VALUE(payload, '$.name') FROM events

-- sql json 2
SELECT JSON_VALUE(payload, '$.a' RETURNING int) FROM events

-- sql json 3
SELECT JSON_VALUE(payload, '$.amount' RETURNING numeric DEFAULT 0 ON EMPTY DEFAULT -1 ON ERROR) FROM events

-- sql json 4
SELECT JSON_QUERY(payload, '$.items' WITH WRAPPER) FROM events

-- sql json 5
SELECT JSON_QUERY(payload, '$.b[*]' RETURNING jsonb WITH CONDITIONAL WRAPPER NULL ON EMPTY) FROM events

-- sql json 6
SELECT JSON_QUERY(payload, '$.name' OMIT QUOTES ON SCALAR STRING) FROM events

-- sql json 7
SELECT id FROM events WHERE JSON_EXISTS(payload, '$.items[*] ? (@.price > 6)')

-- sql json 8
SELECT JSON_EXISTS(payload, 'strict $.zzz' TRUE ON ERROR) FROM events

-- sql json 9
SELECT JSON_VALUE(payload, '$.items[*] ? (@.price > $p).sku' PASSING 5 AS p) FROM events

-- sql json 10
SELECT e.id, t.sku, t.price FROM events e, JSON_TABLE(e.payload, '$.items[*]' COLUMNS (ord FOR ORDINALITY, sku text PATH '$.sku', price numeric PATH '$.price')) AS t

-- sql json 11
SELECT jt.* FROM events e, JSON_TABLE(e.payload, '$' COLUMNS (name text, has_a boolean EXISTS PATH '$.a', items jsonb FORMAT JSON PATH '$.items', NESTED PATH '$.b[*]' COLUMNS (b int PATH '$'))) jt

-- sql json 12
SELECT JSON_OBJECT('a': 1, 'b': region_name) FROM regions

-- sql json 13
SELECT JSON_OBJECT('a' VALUE 1 NULL ON NULL), JSON_ARRAY(1, 2, 'x'), JSON_ARRAY(1, NULL NULL ON NULL), JSON_SCALAR(5), JSON('{"a":1}'), JSON_SERIALIZE('{"a":1}')

-- sql json 14
SELECT JSON_OBJECTAGG(region_name: tax_rate), JSON_ARRAYAGG(region_name ORDER BY region_name) FROM regions

-- sql json 15
SELECT JSON_ARRAY(SELECT region_name FROM regions ORDER BY 1)

-- sql json 16
SELECT '[1]' IS JSON ARRAY, '{"a":1,"a":2}' IS JSON WITH UNIQUE KEYS
