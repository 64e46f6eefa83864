-- resource_limit: hostile or wrong, found at any depth
select format(email) from users
