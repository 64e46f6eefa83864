-- unsafe_pattern: a path where none is taken, 1
SELECT JSON_EXISTS('"aa"'::jsonb, '$ ? (@ like_regex "(a)\\1")')

-- unsafe_pattern: a path where none is taken, 2
SELECT JSON_VALUE('"aa"'::jsonb, 'strict $ ? (@ like_regex "(a)\\1")')

-- unsafe_pattern: a path where none is taken, 3
SELECT * FROM JSON_TABLE('"aa"'::jsonb, '$ ? (@ like_regex "(a)\\1")' COLUMNS (a text PATH '$')) t

-- unsafe_pattern: a path where none is taken, 4
SELECT * FROM JSON_TABLE('"aa"'::jsonb, '$' COLUMNS (a text PATH '$ ? (@ like_regex "(a)\\1")')) t

-- unsafe_pattern: a path where none is taken, 5
SELECT * FROM JSON_TABLE('"aa"'::jsonb, '$' COLUMNS (a text EXISTS PATH '$ ? (@ like_regex "(a)\\1")')) t

-- unsafe_pattern: a path where none is taken, 6
SELECT * FROM JSON_TABLE('"aa"'::jsonb, '$' COLUMNS (NESTED PATH '$ ? (@ like_regex "(a)\\1")' COLUMNS (a text PATH '$'))) t

-- unsafe_pattern: a path where none is taken, 7
SELECT '"aa"'::jsonb @? '$ ? (@ like_regex "(a)\\1")'

-- unsafe_pattern: a path where none is taken, 8
SELECT '"aa"'::jsonb @@ ANY (ARRAY['$ like_regex "(a)\\1"'])

-- unsafe_pattern: a path where none is taken, 9
SELECT '"aa"'::jsonb @@ ANY ('{"$ like_regex \"(a)\\\\1\""}')

-- unsafe_pattern: a path where none is taken, 10
SELECT '"aa"'::jsonb @? ANY (ARRAY['$ ? (@ like_regex "(a)\\1")'::jsonpath])

-- type_not_allowed: a path where none is taken, 11
SELECT '"aa"'::jsonb @? ALL (SELECT '$ ? (@ like_regex "(a)\\1")'::jsonpath)

-- unsafe_pattern: a path where none is taken, 12
SELECT jsonb_path_exists('"aa"', CAST('$ ? (@ like_regex "(a)\\1")' AS jsonpath))

-- type_not_allowed: a path where none is taken, 13
SELECT '{"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonpath[]

-- type_not_allowed: a path where none is taken, 14
SELECT ('{"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonpath[])[1]

-- type_not_allowed: a path where none is taken, 15
SELECT '"aa"'::jsonb @? ('{"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonpath[])[1]

-- unsafe_pattern: a path where none is taken, 16
SELECT '"aa"'::jsonb @? ANY ('{"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonpath[])

-- type_not_allowed: a path where none is taken, 17
SELECT '"aa"'::jsonb @? (x).a FROM json_to_record('{"a":"$ ? (@ like_regex \"(a)\\\\1\")"}') AS x(a jsonpath)

-- type_not_allowed: a path where none is taken, 18
SELECT '"aa"'::jsonb @? x.a FROM json_to_record('{"a":"$ ? (@ like_regex \"(a)\\\\1\")"}') AS x(a jsonpath)

-- type_not_allowed: a path where none is taken, 19
SELECT jsonb_path_exists('"aa"', x.a) FROM (SELECT '$ ? (@ like_regex "(a)\\1")'::jsonpath AS a) x

-- type_not_allowed: a path where none is taken, 20
SELECT JSON_VALUE('{"p":"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonb, '$.p' RETURNING jsonpath)

-- type_not_allowed: a path where none is taken, 21
SELECT '"aa"'::jsonb @? JSON_VALUE('{"p":"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonb, '$.p' RETURNING jsonpath)

-- type_not_allowed: a path where none is taken, 22
SELECT '"aa"'::jsonb @? a FROM JSON_TABLE('{}'::jsonb, '$' COLUMNS (a jsonpath PATH '$.p')) t

-- type_not_allowed: a path where none is taken, 23
SELECT jsonb_path_exists(payload, lag('$ ? (@ like_regex "(a)\\1")', 1, NULL::jsonpath) OVER ()) FROM (SELECT '1'::jsonb AS payload) x

-- type_not_allowed: a path where none is taken, 24
SELECT '"aa"'::jsonb @? coalesce(NULL::jsonpath, '$ ? (@ like_regex "(a)\\1")')

-- type_not_allowed: a path where none is taken, 25
SELECT '"aa"'::jsonb @? CASE WHEN true THEN '$ ? (@ like_regex "(a)\\1")' ELSE '$'::jsonpath END

-- type_not_allowed: a path where none is taken, 26
SELECT '"aa"'::jsonb @? greatest('$ ? (@ like_regex "(a)\\1")', NULL::jsonpath)

-- type_not_allowed: a path where none is taken, 27
SELECT '"aa"'::jsonb @? p FROM (SELECT '$'::jsonpath AS p UNION ALL SELECT '$ ? (@ like_regex "(a)\\1")') x

-- type_not_allowed: a path where none is taken, 28
SELECT '"aa"'::jsonb @? p FROM (VALUES ('$'::jsonpath), ('$ ? (@ like_regex "(a)\\1")')) x(p)

-- type_not_allowed: a path where none is taken, 29
SELECT '"aa"'::jsonb @? (ARRAY['$'::jsonpath, '$ ? (@ like_regex "(a)\\1")'])[2]

-- type_not_allowed: a path where none is taken, 30
SELECT '"aa"'::jsonb @? nullif('$'::jsonpath, NULL)

-- type_not_allowed: a path where none is taken, 31
SELECT '"aa"'::jsonb @? (array_append(ARRAY['$'::jsonpath], '$ ? (@ like_regex "(a)\\1")'))[2]

-- type_not_allowed: a path where none is taken, 32
SELECT '"aa"'::jsonb @? unnest('{"$ ? (@ like_regex \"(a)\\\\1\")"}'::jsonpath[])

-- unsafe_pattern: a path that is data
SELECT payload @? (raw ->> 'p') FROM events
