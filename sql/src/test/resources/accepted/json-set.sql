-- elements of json as rows
SELECT e.id, item.value ->> 'sku', kv.key FROM events e, jsonb_array_elements(e.payload -> 'items') AS item, LATERAL jsonb_each_text(e.payload) AS kv(key, val)
