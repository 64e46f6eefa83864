-- unknown_table: an earlier sibling does not see a later one
WITH a AS (SELECT * FROM secret), secret AS (SELECT 1) SELECT * FROM a
