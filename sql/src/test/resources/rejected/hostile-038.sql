-- unknown_column: hostile or wrong, found at any depth
select public.users.pg_sleep from users
