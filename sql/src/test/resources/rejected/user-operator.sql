-- operator_not_allowed: the owner's operator
SELECT 1 OPERATOR(public.+) 2
