-- function_not_allowed: reads cursors
SELECT cursor_to_xml('c', 1, true, true, '')
