-- unsupported_syntax: hostile or wrong, found at any depth
select * from users order by email using operator(public.<)
