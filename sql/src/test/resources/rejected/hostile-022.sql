-- type_not_allowed: hostile or wrong, found at any depth
select 1::information_schema.cardinal_number
