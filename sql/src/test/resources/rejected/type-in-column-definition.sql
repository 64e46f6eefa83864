-- type_not_allowed: in a column definition
SELECT * FROM json_to_recordset('[]') AS x(a regclass)
