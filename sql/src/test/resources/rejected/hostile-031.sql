-- resource_limit: hostile or wrong, found at any depth
select repeat(email, 100000) from users
