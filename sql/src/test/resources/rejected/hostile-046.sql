-- type_not_allowed: hostile or wrong, found at any depth
select to_tsvector('english'::regconfig, 'a')
