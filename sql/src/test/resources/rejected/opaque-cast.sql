-- opaque_column: a cast may run the extension's code
SELECT attributes::json FROM customers

-- opaque_column: a cast to anything but text
SELECT email::integer FROM customers

-- opaque_column: with a length
SELECT email::varchar(3) FROM customers

-- opaque_column: of a whole row
SELECT c::text FROM customers c
