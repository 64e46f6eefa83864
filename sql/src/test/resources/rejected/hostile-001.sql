-- unsafe_pattern: hostile or wrong, found at any depth
select * from users u where u.email operator(pg_catalog.~) u.phone
