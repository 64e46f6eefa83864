-- json paths
SELECT jsonb_path_query_first(payload, '$.items[*].price'), jsonb_path_exists(payload, '$.a ? (@ > 1)'), payload @? '$.a', payload @@ '$.b == 1' FROM events
