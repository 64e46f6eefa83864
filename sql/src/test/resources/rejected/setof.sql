-- type_not_allowed: a set as a type
SELECT 1::int8::"char"
