-- unsupported_syntax: hostile or wrong, found at any depth
select * from xmltable('/a' passing '<a/>' columns b text)
