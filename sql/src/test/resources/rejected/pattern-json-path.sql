-- unsafe_pattern: in a JSON path
SELECT jsonb_path_exists(payload, '$ ? (@ like_regex "(a)\\1")') FROM events
