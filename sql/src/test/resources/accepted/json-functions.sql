-- functions of json
SELECT jsonb_build_object('id', id, 'tags', tags), jsonb_typeof(payload), json_agg(id), jsonb_object_agg(id, day), to_jsonb(day), jsonb_pretty(payload), jsonb_extract_path_text(payload, 'a', 'b') FROM events GROUP BY id, tags, payload, day
