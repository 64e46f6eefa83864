-- labels of an array
SELECT array_to_string(array_agg(DISTINCT status ORDER BY status), ', ', 'none') FROM orders

-- a list of names
SELECT concat_ws(', ', last_name, first_name, email) FROM users

-- a sentence
SELECT format('%s of %s (%s) by %L', product_name, sku, price, description) FROM products

-- quoted for a script
SELECT 'INSERT INTO t VALUES (' || quote_literal(product_name) || ', ' || quote_nullable(sku) || ')' FROM products

-- a document of documents
SELECT jsonb_build_object('order', o.order_id, 'customer', jsonb_build_object('id', u.user_id, 'name', concat_ws(' ', u.first_name, u.last_name), 'contact', jsonb_build_object('email', u.email, 'phones', jsonb_build_array(u.phone)))) FROM orders o JOIN users u USING (user_id)

-- a document, readable
SELECT jsonb_pretty(jsonb_agg(jsonb_build_object('name', region_name, 'country', country))) FROM regions

-- a row as a text
SELECT ROW(region_id, region_name)::text, ARRAY[region_name, country]::text FROM regions

-- bytes as text
SELECT encode(convert_to(email, 'UTF8'), 'hex') FROM users

-- words of a text
SELECT word, count(*) FROM reviews, LATERAL regexp_split_to_table(lower(review_text), '\s+') AS word GROUP BY word ORDER BY 2 DESC, 1

-- elements of two documents
SELECT a.value, b.value FROM events, LATERAL jsonb_array_elements(jsonb_build_array(payload)) a, LATERAL jsonb_array_elements(jsonb_build_array(id, tags)) b

-- below any level
SELECT jsonb_path_query_array(payload, '$.**.price') FROM events

-- marks in a found text
SELECT ts_headline('english', review_text, to_tsquery('english', 'good'), 'StartSel=<b>, StopSel=</b>, MaxFragments=3') FROM reviews

-- a counter under another name
WITH RECURSIVE t(n, s) AS (SELECT 1, 'x'::text UNION ALL SELECT m + 1, z || 'x' FROM t AS u(m, z) WHERE m < 10) SELECT n, s FROM t

-- a counter behind the alias of a join
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT j.n + 1 FROM (t CROSS JOIN (SELECT 1 AS one) c) AS j WHERE j.n < 10) SELECT n FROM t
