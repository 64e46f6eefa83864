-- numbers in other bases and with marks between their digits
SELECT 0xFF, 0xFFFFFFFFFF, 0o17, 0b101, 1_000_000, 1_000_000_000_000, 1_000.25, 1.5e1_0, -0x1_0000_0000_0

-- a headline of a literal document
SELECT ts_headline('The quick brown fox jumps', to_tsquery('english', 'fox')), ts_headline('The quick brown fox', plainto_tsquery('fox'), 'StartSel=[, StopSel=]')

-- a headline of a document that is put together
SELECT ts_headline(title || ': ' || review_text, websearch_to_tsquery('shoe'), 'MaxWords=5, MinWords=2') FROM reviews ORDER BY review_id LIMIT 2

-- a headline with a query that is cast
SELECT ts_headline('english', review_text, 'shoe & red'::tsquery) FROM reviews ORDER BY review_id LIMIT 2

-- a JSON path with a regular expression and escapes
SELECT id, jsonb_path_exists(payload, '$.text ? (@ like_regex "^the\\s+quick" flag "i")'), jsonb_path_exists(payload, '$.\u006eame ? (@ == "\u0078")') FROM events

-- rounding to few digits
SELECT round(price, 3), trunc(price, -1), round(price / 3, 10) FROM products
