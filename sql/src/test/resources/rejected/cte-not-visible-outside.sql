-- unknown_table: a name ends with its query
SELECT * FROM (WITH secret AS (SELECT 1) SELECT * FROM secret) a, secret
