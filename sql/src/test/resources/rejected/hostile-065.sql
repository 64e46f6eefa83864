-- resource_limit: hostile or wrong, found at any depth
select 10 ^ 400 ^ 400
