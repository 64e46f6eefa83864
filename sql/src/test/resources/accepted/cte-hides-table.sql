-- the name of a table for something else
WITH users AS (SELECT 1 AS x) SELECT x FROM users
