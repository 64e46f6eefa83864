-- unsupported_syntax: hostile or wrong, found at any depth
select (array_agg(u))[1].email from users u
