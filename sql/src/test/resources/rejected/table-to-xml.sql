-- function_not_allowed: reads any table
SELECT table_to_xml('hr.salaries', true, true, '')
