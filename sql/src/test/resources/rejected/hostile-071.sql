-- resource_limit: hostile or wrong, found at any depth
select * from generate_series(1,1000) a, generate_series(1,1000) b, generate_series(1,1000) c
