-- regular expressions 1
SELECT u.email, n.ord, n.word FROM users u, LATERAL regexp_split_to_table(u.first_name, '\s+') WITH ORDINALITY AS n(word, ord)

-- regular expressions 2
SELECT regexp_replace(phone, '[^0-9]', '', 'g'), regexp_replace(phone, '(\d+) (\d+)', '\2-\1') FROM users

-- regular expressions 3
SELECT (regexp_match(email, '^([^@]+)@(.+)$'))[2] FROM users

-- regular expressions 4
SELECT email, m[1] FROM users, regexp_matches(email, '([a-z]+)', 'g') AS m

-- regular expressions 5
SELECT regexp_count(email, '[aeiou]'), regexp_substr(email, '[0-9]+'), regexp_instr(email, '@'), regexp_like(email, '^b', 'i') FROM users

-- regular expressions 6
SELECT 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 4, 256 >> 2, bit_and(region_id), bit_or(region_id) FROM orders

-- regular expressions 7
SELECT count(*) FROM users WHERE first_name SIMILAR TO '(Anna|Ben)%' AND last_name NOT SIMILAR TO 'x+'

-- regular expressions 8
SELECT count(*) FROM users WHERE email ~~* 'A%' OR email ~ '^b' OR email !~* 'X$'

-- regular expressions 9
SELECT substring(email from '[a-z]+'), substring(email for 3), substring('abc' similar 'a#"b#"c' escape '#'), substring('foobar', 2) FROM users

-- regular expressions 10
SELECT id, (regexp_split_to_array('a,b', ','))[1] FROM events

-- regular expressions 11
SELECT array_length(regexp_split_to_array(review_text, '\s+'), 1) FROM reviews

-- regular expressions 12
SELECT word, count(*) FROM (SELECT regexp_split_to_table(lower(review_text), '\W+') AS word FROM reviews) w GROUP BY word ORDER BY 2 DESC, 1 LIMIT 10

-- regular expressions 13
SELECT regexp_replace('a1b2', '\d', '', 1, 0), regexp_replace('abc', 'b', 'x', 'gi')

-- regular expressions 14
SELECT regexp_matches('foobarbequebaz', 'ba.', 'g')

-- regular expressions 15
SELECT 'foo' ~ 'f(?=o)', 'x' ~ '^\w{1,5}$', 'ab' ~* '[[:alpha:]]+'

-- regular expressions 16
SELECT count(*) FROM users WHERE email ~ '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$'

-- regular expressions 17
SELECT email FROM users WHERE email ~ ('^' || 'a')

-- regular expressions 18
SELECT email FROM users WHERE first_name ~* '\mann' OR last_name ~ '^(.)(.)'

-- regular expressions 19
SELECT email FROM users WHERE email SIMILAR TO '%(com|org)'

-- regular expressions 20
SELECT regexp_split_to_array('a,b;c', '[,;]'), regexp_split_to_table('a b', E'\\s+')

-- regular expressions 21
SELECT (string_to_array(email, '@'))[1], (regexp_match(email, '@(.*)'))[1] FROM users

-- regular expressions 22
SELECT * FROM regexp_matches('a1b2', '([a-z])(\d)', 'g') AS m(parts)
