-- function_not_allowed: hostile or wrong, found at any depth
select convert_from(pg_read_binary_file('x'),'utf8')
