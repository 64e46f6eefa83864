-- table_not_allowed: in a subscript
SELECT tags[(SELECT 1 FROM hr.salaries)] FROM events
