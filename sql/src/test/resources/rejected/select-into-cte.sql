-- select_into: creates a table
WITH a AS (SELECT 1) SELECT * INTO TEMP t FROM a
