-- function_not_allowed: runs text as SQL
SELECT query_to_xml('DELETE FROM users', true, true, '')
