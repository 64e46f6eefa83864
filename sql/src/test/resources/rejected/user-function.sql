-- function_not_allowed: the owner's function
SELECT my_function(1)
