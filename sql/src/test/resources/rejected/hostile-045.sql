-- table_not_allowed: hostile or wrong, found at any depth
select * from (values ((select salary from hr.salaries limit 1))) v
