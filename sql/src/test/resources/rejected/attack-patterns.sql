-- operator_not_allowed: patterns 1
SELECT 'a' OPERATOR(public.~~) 'b'

-- unsafe_pattern: patterns 2
SELECT 'aaaaaaaaaaaaaaaaaaaaaaaa' ~ '(a*)*b\1'

-- unsafe_pattern: patterns 3
SELECT email ~ '(a+)+\1' FROM users

-- unsafe_pattern: patterns 4
SELECT email ~* E'(x)\\1' FROM users

-- unsafe_pattern: patterns 5
SELECT 'a' ~ '((((a{255}){255}){255}){255})'

-- unsafe_pattern: patterns 6
SELECT 'x' ~ email FROM users

-- unsafe_pattern: patterns 7
SELECT 'x' ~ (SELECT email FROM users LIMIT 1)

-- unsafe_pattern: patterns 8
SELECT regexp_matches('aaa', first_name) FROM users

-- unsafe_pattern: patterns 9
SELECT 'abc' SIMILAR TO (email) FROM users

-- unsafe_pattern: patterns 10
SELECT email ~ ANY (ARRAY['(a)\1']) FROM users

-- unsafe_pattern: patterns 11
SELECT email ~ ANY (tags) FROM users, events

-- unsafe_pattern: patterns 12
SELECT '(a)\1' ~ 'x' IS NULL, 'x' !~ '(b)\1'

-- unsafe_pattern: patterns 13
SELECT jsonb_path_query('"aaa"', '$ ? (@ like_regex "(a)\\1")')

-- unsafe_pattern: patterns 14
SELECT jsonb_path_exists(payload, (payload ->> 'p')::jsonpath) FROM events

-- unsafe_pattern: patterns 15
SELECT payload @? (payload ->> 'p')::jsonpath FROM events

-- unsupported_syntax: patterns 16
SELECT email FROM users ORDER BY email USING OPERATOR(pg_catalog.~<~)
