-- resource_limit: hostile or wrong, found at any depth
select generate_series(1, 9999999999)
