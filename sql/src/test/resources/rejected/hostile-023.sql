-- function_not_allowed: hostile or wrong, found at any depth
select xmlelement(name a, xmlattributes(1 as b))
