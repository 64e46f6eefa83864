-- unknown_column: hostile or wrong, found at any depth
select (users).pg_sleep from users
