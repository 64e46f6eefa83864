-- function_not_allowed: text as code 1
SELECT query_to_xml_and_xmlschema('select 1', true, true, '')

-- function_not_allowed: text as code 2
SELECT query_to_xmlschema('select 1', true, true, '')

-- function_not_allowed: text as code 3
SELECT schema_to_xml('public', true, true, '')

-- function_not_allowed: text as code 4
SELECT schema_to_xml_and_xmlschema('hr', true, true, '')

-- function_not_allowed: text as code 5
SELECT database_to_xml_and_xmlschema(true, true, '')

-- function_not_allowed: text as code 6
SELECT database_to_xmlschema(true, true, '')

-- function_not_allowed: text as code 7
SELECT cursor_to_xmlschema('c', true, true, '')

-- function_not_allowed: text as code 8
SELECT xml_is_well_formed('<a/>')

-- function_not_allowed: text as code 9
SELECT xmlserialize(content doc AS text) FROM events

-- function_not_allowed: text as code 10
SELECT xmlagg(doc) FROM events

-- function_not_allowed: text as code 11
SELECT ts_stat('SELECT document FROM events', 'a')

-- function_not_allowed: text as code 12
SELECT ts_debug('english', 'x')

-- function_not_allowed: text as code 13
SELECT ts_parse('default', 'x')

-- function_not_allowed: text as code 14
SELECT ts_lexize('english_stem', 'running')

-- function_not_allowed: text as code 15
SELECT * FROM crosstab('select 1', 'select 2') AS t(a int)
