-- table_not_allowed: recursion bombs 1
WITH RECURSIVE t AS (SELECT salary FROM hr.salaries UNION ALL SELECT * FROM t) SELECT * FROM t

-- resource_limit: recursion bombs 2
WITH RECURSIVE t(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM t) SEARCH DEPTH FIRST BY id SET o SELECT * FROM t

-- opaque_column: recursion bombs 3
WITH RECURSIVE t(email) AS (SELECT email FROM customers UNION ALL SELECT c.email FROM customers c, t WHERE c.email IS NULL OR t.email IS NULL) CYCLE email SET c USING p SELECT * FROM t

-- resource_limit: recursion bombs 4
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t, generate_series(1, 10) WHERE n < 20) SELECT count(*) FROM t

-- resource_limit: recursion bombs 5
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t, (VALUES (1), (2)) v WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 6
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t CROSS JOIN users WHERE n < 20) SELECT count(*) FROM t

-- resource_limit: recursion bombs 7
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT unnest(ARRAY[n + 1, n + 1]) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 8
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + generate_series(1, 2) FROM t WHERE n < 100) SELECT count(*) FROM t

-- unsupported_syntax: recursion bombs 9
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM t WHERE n < 60 UNION ALL SELECT n + 1 FROM t WHERE n < 60)) SELECT count(*) FROM t

-- resource_limit: recursion bombs 10
WITH RECURSIVE t(n, a) AS (SELECT 1, ARRAY[1] UNION ALL SELECT n + 1, a || a FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 11
WITH RECURSIVE t(n, a) AS (SELECT 1, '[1]'::jsonb UNION ALL SELECT n + 1, jsonb_build_array(a, a) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 12
WITH RECURSIVE t(n, a) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, concat(a, a) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 13
WITH RECURSIVE t(n, a) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, format('%s%s', a, a) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 14
WITH RECURSIVE t(n, a) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, overlay(a placing a from 1 for 0) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 15
WITH RECURSIVE t(n, a) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, lpad(a, length(a) * 2, a) FROM t WHERE n < 60) SELECT count(*) FROM t

-- resource_limit: recursion bombs 16
WITH RECURSIVE t(n, a) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, array_to_string(ARRAY[a, a], '') FROM t WHERE n < 60) SELECT count(*) FROM t
