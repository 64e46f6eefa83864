-- resource_limit: hostile or wrong, found at any depth
select lpad('a', 999999999) from users
