-- unknown_table: without RECURSIVE a name does not see itself
WITH secret AS (SELECT * FROM secret) SELECT * FROM secret
