-- each way to write one
SELECT payload @? '$.a', payload @@ '$.a == 1', payload @? '$.b[*]'::jsonpath, payload @@ CAST('$.a > 1' AS jsonpath), jsonb_path_query_array(payload, '$.b[*]'::jsonpath), jsonb_path_exists(payload, ('$.a' || ' ? (@ > 1)')::jsonpath), jsonb_path_match(payload, 'exists($.a)', '{}', true) FROM events ORDER BY id

-- beside text search
SELECT id FROM events WHERE document @@ to_tsquery('english', 'shoe') OR document @@ 'hat'::tsquery ORDER BY id
