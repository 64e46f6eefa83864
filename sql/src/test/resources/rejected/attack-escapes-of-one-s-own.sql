-- unsafe_pattern: a back-reference behind an escape of one's own
SELECT 1 FROM users WHERE email SIMILAR TO 'a#"b#"#1' ESCAPE '#'

-- unsafe_pattern: between quotes of a substring
SELECT substring(email SIMILAR 'xa#"b#"#1' ESCAPE '#') FROM users

-- unsafe_pattern: in the older words
SELECT substring(email FROM 'xa#"b#"#1' FOR '#') FROM users

-- unsafe_pattern: as a plain call
SELECT substring(email, 'xa#"b#"#1', '#') FROM users

-- unsafe_pattern: put together of parts
SELECT substring(email SIMILAR 'xa' || '#"b#"#1' ESCAPE '#') FROM users

-- unsafe_pattern: the digit is the escape
SELECT 1 FROM users WHERE email SIMILAR TO 'a1"b1"11' ESCAPE '1'

-- unsafe_pattern: an escape of two units
SELECT 1 FROM users WHERE email SIMILAR TO 'a😀"b😀"😀1' ESCAPE '😀'

-- unsafe_pattern: an escape that is no literal
SELECT 1 FROM users WHERE email SIMILAR TO 'a#"b#"#1' ESCAPE left(phone, 1)

-- unsafe_pattern: an escape under a collation and a cast
SELECT 1 FROM users WHERE email SIMILAR TO 'a#"b#"#1' ESCAPE '#'::text COLLATE "C"

-- unsafe_pattern: repetitions of basic expressions
SELECT email ~ '(?b)x\{1,255\}\{1,255\}\{1,255\}' FROM users

-- unsafe_pattern: repetitions of SIMILAR TO
SELECT 1 FROM users WHERE email SIMILAR TO '(((x{255}){255}){255})' ESCAPE '#'
