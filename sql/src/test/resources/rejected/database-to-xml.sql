-- function_not_allowed: reads everything
SELECT database_to_xml(true, true, '')
