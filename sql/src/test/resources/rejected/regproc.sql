-- type_not_allowed: looks up names
SELECT 'pg_sleep'::regproc
