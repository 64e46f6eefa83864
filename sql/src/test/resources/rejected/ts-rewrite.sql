-- function_not_allowed: runs text as SQL
SELECT ts_rewrite('a'::tsquery, 'SELECT 1, 2')
