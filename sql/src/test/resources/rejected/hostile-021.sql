-- type_not_allowed: hostile or wrong, found at any depth
select x::regclass from (select 'a' as x) t
