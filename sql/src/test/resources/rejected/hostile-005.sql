-- function_not_allowed: hostile or wrong, found at any depth
select u&"pg\005fsleep"(1)
