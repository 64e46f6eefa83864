-- resource_limit: a long separator between many elements
SELECT length(array_to_string(array_fill(1, ARRAY[100000]), repeat('x', 9999)))

-- resource_limit: a long text for what is missing in an array
SELECT length(array_to_string(array_fill(NULL::int, ARRAY[100000]), ',', repeat('x', 9999)))

-- resource_limit: a separator between the elements of VARIADIC
SELECT length(concat_ws(repeat('x', 9999), VARIADIC array_fill('a'::text, ARRAY[90000])))

-- resource_limit: one argument of format many times over, twice
SELECT length(format('%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s', repeat('x', 9999)) || format('%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s', repeat('x', 9999)))

-- resource_limit: quotes of quotes
SELECT length(quote_literal(quote_literal(quote_literal(quote_literal(quote_literal(quote_literal(quote_literal(quote_literal(repeat('''', 9999))))))))))

-- resource_limit: rows of rows as texts
SELECT ROW(ROW(ROW(ROW(ROW(ROW(ROW(ROW(repeat('"', 9999))::text)::text)::text)::text)::text)::text)::text)::text

-- resource_limit: arrays of arrays as texts
SELECT ARRAY[ARRAY[ARRAY[ARRAY[ARRAY[ARRAY[ARRAY[repeat('"', 9999)]::text]::text]::text]::text]::text]::text]::text

-- resource_limit: bytes as text, and that as bytes
SELECT length(convert_to(convert_to(convert_to(convert_to(convert_to(convert_to(convert_to(repeat('x', 9999), 'UTF8')::text, 'UTF8')::text, 'UTF8')::text, 'UTF8')::text, 'UTF8')::text, 'UTF8')::text, 'UTF8'))

-- resource_limit: escapes of escapes
SELECT to_json(to_json(to_json(to_json(to_json(to_json(to_json(repeat('"', 9999))::text)::text)::text)::text)::text)::text)::text

-- resource_limit: marks around every word of a long text
SELECT length(ts_headline(repeat('a ', 4999), 'a'::tsquery, 'HighlightAll=true, StartSel=' || repeat('x', 9000)))

-- resource_limit: a document of nothing but depth
SELECT length(jsonb_pretty((repeat('[', 9000) || repeat(']', 9000))::jsonb))

-- resource_limit: rows of a text, multiplied one after the other
SELECT array_agg(c) FROM string_to_table(repeat('a,', 4999), ',') a, LATERAL string_to_table(repeat('a,', 4999) || a, ',') b, LATERAL string_to_table(repeat('a,', 4999) || b, ',') c

-- resource_limit: rows of matches, multiplied one after the other
SELECT array_agg(c) FROM regexp_split_to_table(repeat('a', 9999), '') a, LATERAL regexp_split_to_table(repeat('a', 9999) || a, '') b, LATERAL regexp_matches(repeat('a', 9999) || b, 'a', 'g') c

-- resource_limit: rows of a document, multiplied one after the other
SELECT json_agg(c) FROM json_array_elements(('[' || repeat('1,', 4999) || '1]')::json) a, LATERAL json_array_elements(('[' || repeat('1,', 4999) || a || ']')::json) b, LATERAL json_array_elements(('[' || repeat('1,', 4999) || b || ']')::json) c

-- resource_limit: tables of a document, multiplied one after the other
SELECT array_agg(c.x) FROM JSON_TABLE(('[' || repeat('1,', 4999) || '1]')::jsonb, '$[*]' COLUMNS (x int PATH '$')) a, LATERAL JSON_TABLE(('[' || repeat('1,', 4999) || a.x || ']')::jsonb, '$[*]' COLUMNS (x int PATH '$')) b, LATERAL JSON_TABLE(('[' || repeat('1,', 4999) || b.x || ']')::jsonb, '$[*]' COLUMNS (x int PATH '$')) c

-- resource_limit: all levels below all levels below all levels
SELECT jsonb_path_query_array(payload, '$.**.**.**.**.**') FROM events

-- resource_limit: the same behind an operator
SELECT count(*) FROM events WHERE payload @? '$.**.**.**'

-- resource_limit: a step that doubles a text under another name
WITH RECURSIVE t(n, s) AS (SELECT 1, 'x'::text UNION ALL SELECT m + 1, z || z FROM t AS u(m, z) WHERE m < 40) SELECT length(s) FROM t

-- resource_limit: a step that doubles a text in a subquery
WITH RECURSIVE t(n, s) AS (SELECT 1, 'x'::text UNION ALL SELECT n + 1, z || z FROM (SELECT n, s AS z FROM t) q WHERE n < 40) SELECT length(s) FROM t

-- resource_limit: a step that doubles a text behind the alias of a join
WITH RECURSIVE t(n, s) AS (SELECT 1, 'x'::text UNION ALL SELECT m + 1, z || z FROM (t CROSS JOIN (SELECT 1 AS one) c) AS j(m, z) WHERE m < 40) SELECT length(s) FROM t

-- resource_limit: bounds a column of something else that took over the name
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT a + 1 FROM t AS u(a), (SELECT 1 AS n) c WHERE n < 10) SELECT count(*) FROM t

-- resource_limit: the same behind the alias of a join
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT a + 1 FROM (t CROSS JOIN (SELECT 1 AS one) c) AS j(a, n) WHERE n < 10) SELECT count(*) FROM t

-- resource_limit: the same in a subquery
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT a + 1 FROM (SELECT n AS a, 1 AS n FROM t) q WHERE n < 10) SELECT count(*) FROM t
