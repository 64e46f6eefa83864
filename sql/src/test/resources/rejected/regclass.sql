-- type_not_allowed: looks up names
SELECT 'hr.salaries'::regclass
