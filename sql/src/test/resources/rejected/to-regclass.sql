-- function_not_allowed: looks up names
SELECT to_regclass('hr.salaries')
