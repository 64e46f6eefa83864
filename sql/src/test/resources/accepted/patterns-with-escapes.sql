-- an escape of one's own
SELECT user_id FROM users WHERE email SIMILAR TO '%#_%' ESCAPE '#' ORDER BY 1

-- no escape at all
SELECT count(*) FROM users WHERE email SIMILAR TO '%@(example|test)%' ESCAPE ''

-- the part between two marks
SELECT DISTINCT substring(email SIMILAR '%#"@%#"' ESCAPE '#') FROM users

-- escaped digits are none in a set
SELECT count(*) FROM users WHERE phone SIMILAR TO '%[0-9]{4}' ESCAPE '!'

-- a number behind a text is a position
SELECT substring(email, 2, 3), substring(email FROM 2 FOR 3), substring('abc' FROM 2) FROM users ORDER BY 1

-- JSON inside JSON
SELECT JSON_OBJECT('a': '{"b": 1}' FORMAT JSON), JSON_ARRAY('[1]' FORMAT JSON, 'x'), JSON_OBJECT('a': 1 RETURNING json FORMAT JSON), JSON_ARRAYAGG(status ORDER BY status) FILTER (WHERE region_id = 1) FROM orders

-- JSON put together over a window
SELECT JSON_ARRAYAGG(region_id) OVER (PARTITION BY country), JSON_OBJECTAGG(region_name: tax_rate) OVER (PARTITION BY country ORDER BY region_id) FROM regions ORDER BY region_id
