-- arrays
SELECT tags[1], tags[1:2], array_length(tags, 1), 'a' = ANY (tags), tags @> ARRAY['x'], tags && ARRAY['y', 'z'], array_to_string(tags, ','), cardinality(tags), tags || 'z'::text, array_position(tags, 'a'), ARRAY[[1, 2], [3, 4]], array_remove(tags, 'x') FROM events
