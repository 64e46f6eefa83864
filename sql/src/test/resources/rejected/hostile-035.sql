-- unsupported_syntax: hostile or wrong, found at any depth
select ('x'::text).lower
