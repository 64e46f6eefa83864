-- unsupported_syntax: an extension's method
SELECT * FROM users TABLESAMPLE system_rows(10)
