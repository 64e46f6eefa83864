-- function_not_allowed: reads comments
SELECT obj_description(1, 'pg_class')
