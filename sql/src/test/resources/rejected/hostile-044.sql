-- table_not_allowed: hostile or wrong, found at any depth
select * from users, hr.salaries
