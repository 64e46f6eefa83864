-- unknown_table: hostile or wrong, found at any depth
select email.lower from users
