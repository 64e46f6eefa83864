-- type_not_allowed: an extension's type
SELECT 'x'::citext
