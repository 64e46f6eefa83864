-- unsupported_syntax: XML
SELECT * FROM XMLTABLE('/a' PASSING '<a/>' COLUMNS x int)
