-- resource_limit: hostile or wrong, found at any depth
select '1'::numeric ^ '99999999'::numeric
