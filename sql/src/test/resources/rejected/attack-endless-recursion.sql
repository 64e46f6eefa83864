-- resource_limit: NOT BETWEEN is true without end
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n NOT BETWEEN -5 AND 0) SELECT n FROM r

-- resource_limit: NOT IN is true without end
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n NOT IN (-1, 0)) SELECT n FROM r

-- resource_limit: IS NOT NULL of what is never NULL
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n IS NOT NULL) SELECT n FROM r

-- resource_limit: one of both always holds
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 10 OR n >= 10) SELECT n FROM r

-- resource_limit: NOT turns the bound round
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE NOT n < 0) SELECT n FROM r

-- resource_limit: a bound that goes along
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < n + 1) SELECT n FROM r

-- resource_limit: nothing changes
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r WHERE n < 10) SELECT n FROM r

-- resource_limit: away from the bound
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n - 1 FROM r WHERE n < 10) SELECT n FROM r

-- resource_limit: unequal to what is never met
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n <> 0) SELECT n FROM r

-- resource_limit: the bound is on another column
WITH RECURSIVE r(n, m) AS (SELECT 1, 1 UNION ALL SELECT n + 1, m FROM r WHERE m < 10) SELECT n FROM r

-- resource_limit: both sides go up
WITH RECURSIVE r(n, m) AS (SELECT 1, 2 UNION ALL SELECT n + 1, m + 1 FROM r WHERE n < m) SELECT n FROM r

-- resource_limit: NULL is never met
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE coalesce(n < 10, false) IS NOT NULL) SELECT n FROM r

-- resource_limit: a relation that nothing connects
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT r.n + 1 FROM r, regions WHERE regions.region_id = 1) SELECT n FROM r

-- resource_limit: a comparison of a comparison
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE (n > 0) = true) SELECT n FROM r
