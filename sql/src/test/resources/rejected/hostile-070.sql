-- resource_limit: hostile or wrong, found at any depth
select generate_series(timestamp '0001-01-01', timestamp '9999-01-01', '1 minute')
