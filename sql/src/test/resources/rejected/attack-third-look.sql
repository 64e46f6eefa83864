-- unsafe_pattern: a back-reference whose mark is written as an escape of the JSON path
SELECT jsonb_path_exists(payload, '$ ? (@ like_regex "^(a)\u005c1$")') FROM events

-- unsafe_pattern: a back-reference in hexadecimal escapes
SELECT jsonb_path_exists(payload, '$ ? (@ like_regex "^(a)\x5c\x31$")') FROM events

-- unsafe_pattern: a back-reference in escapes of any length
SELECT jsonb_path_exists(payload, '$ ? (@ like_regex "^(a)\u{5c}\u{000031}$")') FROM events

-- unsafe_pattern: a key word of the JSON path in capitals
SELECT payload @? '$ ? (@ LIKE_REGEX "(a*)*\\1")' FROM events

-- unsafe_pattern: a key word of the JSON path with an escape in it
SELECT id FROM events WHERE payload @@ '@ li\u006be_regex "^(a)\\1$"'

-- unsafe_pattern: a JSON path under a collation
SELECT payload @? ('$ ? (@ like_regex "(a)\\1")' COLLATE "C") FROM events

-- unsafe_pattern: in SQL/JSON too
SELECT JSON_EXISTS(payload, '$ ? (@ Like_Regex "(a)\u005C1")') FROM events

-- unsafe_pattern: in a column of JSON_TABLE too
SELECT * FROM JSON_TABLE('[]'::jsonb, '$' COLUMNS (a text PATH '$ ? (@ LIKE_REGEX "(a)\\1")')) AS t

-- resource_limit: a number of many digits under a collation
SELECT ('1e131071' COLLATE "C")::numeric

-- resource_limit: digits behind the point
SELECT round(price, 16383) FROM products

-- resource_limit: digits before the point
SELECT trunc(price, -16383) FROM products

-- function_not_allowed: a search configuration in quotes
SELECT ts_headline('"public".evil', review_text, to_tsquery('x')) FROM reviews

-- function_not_allowed: a search configuration with blanks
SELECT ts_headline(' public . evil', review_text, to_tsquery('x'), 'MaxWords=3') FROM reviews

-- function_not_allowed: the number of a search configuration as text
SELECT ts_headline('16402', review_text, to_tsquery('x')) FROM reviews

-- function_not_allowed: the number of a search configuration under a collation
SELECT ts_headline('16402' COLLATE "C", review_text, to_tsquery('x')) FROM reviews

-- function_not_allowed: a search configuration that is no word
SELECT to_tsvector('"simple"', review_text) FROM reviews
