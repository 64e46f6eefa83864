-- type_not_allowed: looks up names
SELECT CAST('postgres' AS regrole)
