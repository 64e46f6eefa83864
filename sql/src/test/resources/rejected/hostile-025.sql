-- function_not_allowed: hostile or wrong, found at any depth
select setseed(0.5)
