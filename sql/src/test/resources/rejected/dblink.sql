-- function_not_allowed: connects elsewhere
SELECT * FROM dblink('host=x', 'SELECT 1') AS t(a int)
