-- function_not_allowed: casts to any type
SELECT * FROM json_populate_recordset(NULL::users, '[]')
