-- type_not_allowed: internal
SELECT 1::oid
