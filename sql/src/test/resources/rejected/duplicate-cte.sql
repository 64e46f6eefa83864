-- duplicate_name: the same name twice
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1
