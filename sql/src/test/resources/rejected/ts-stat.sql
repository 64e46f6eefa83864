-- function_not_allowed: runs text as SQL
SELECT * FROM ts_stat('SELECT document FROM hr.salaries')
