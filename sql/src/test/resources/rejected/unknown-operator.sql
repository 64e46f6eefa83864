-- operator_not_allowed: an operator that is not listed
SELECT 1 <=> 2
