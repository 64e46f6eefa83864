-- function_not_allowed: reads rights
SELECT has_table_privilege('users', 'SELECT')
