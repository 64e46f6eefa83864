-- function_not_allowed: hostile or wrong, found at any depth
select * from json_populate_record(null::hr.salaries, '{}')
