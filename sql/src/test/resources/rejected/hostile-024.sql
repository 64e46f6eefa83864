-- function_not_allowed: hostile or wrong, found at any depth
select * from generate_series(1,10) g where lo_unlink(g) = 1
