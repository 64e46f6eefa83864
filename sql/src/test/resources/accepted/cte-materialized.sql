-- hints for common table expressions
WITH a AS MATERIALIZED (SELECT 1 AS x), b AS NOT MATERIALIZED (SELECT 2 AS x) SELECT a.x + b.x FROM a, b
