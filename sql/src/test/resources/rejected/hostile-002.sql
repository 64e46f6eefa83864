-- function_not_allowed: hostile or wrong, found at any depth
select query_to_xml($$select 1$$, true, false, '')
