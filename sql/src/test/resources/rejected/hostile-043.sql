-- table_not_allowed: hostile or wrong, found at any depth
select row_to_json(x) from (select * from hr.salaries) x
