-- unknown_table: hostile or wrong, found at any depth
select hr.salaries.salary from users
