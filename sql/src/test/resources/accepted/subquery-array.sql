-- an array of a query
SELECT ARRAY(SELECT region_name FROM regions ORDER BY 1)
