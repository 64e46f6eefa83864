-- unknown_table: a typo
SELECT * FROM ordres
