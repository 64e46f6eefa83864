-- function_not_allowed: the owner's overload of a listed name
SELECT public.lower('A')
