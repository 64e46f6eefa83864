-- function_not_allowed: hostile or wrong, found at any depth
select has_schema_privilege('x','usage')
