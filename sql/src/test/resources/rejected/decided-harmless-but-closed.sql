-- function_not_allowed: a type as a value can be compared with a text, which would be looked up in the catalogue
SELECT pg_typeof(total_amount) FROM orders

-- function_not_allowed: tells about the server
SELECT version()

-- function_not_allowed: also a setting whose name is harmless, as the next one is not
SELECT now() AT TIME ZONE current_setting('TimeZone')

-- function_not_allowed: lasts longer than the statement
SELECT setseed(0.5)

-- function_not_allowed: XML is closed as a whole
SELECT xmlelement(name product, product_name) FROM products

-- function_not_allowed: understands no UTF-8
SELECT to_ascii(last_name, 'LATIN1') FROM users
