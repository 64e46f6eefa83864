-- texts 1
SELECT split_part(email, '@', 2) AS domain, count(*) FROM users GROUP BY 1 ORDER BY 2 DESC, 1

-- texts 2
SELECT split_part('a.b.c', '.', -1), substr(email, 2), left(email, -3), right(email, 3), initcap(last_name), translate(phone, ' +', '') FROM users

-- texts 3
SELECT format('%s has %s orders (%s%%)', u.email, count(o.order_id), 10) FROM users u LEFT JOIN orders o USING (user_id) GROUP BY u.email

-- texts 4
SELECT format('%-10s|%5s|%L|%I', 'a', 1, 'it''s', 'x y')

-- texts 5
SELECT coalesce(nullif(trim(notes), ''), 'none'), greatest(tax_amount, shipping_amount, 1), least(1, 2) FROM orders

-- texts 6
SELECT md5(email), sha256(email::bytea), encode(email::bytea, 'base64'), encode(sha256('x'), 'hex') FROM users

-- texts 7
SELECT length(email), char_length(email), octet_length(email), bit_length(email), ascii(email), chr(65), reverse(email), lpad(region_id::text, 5, '0'), rpad('a', 3, '*'), repeat('ab', 3), overlay('abcdef' placing 'xx' from 2 for 3), position('b' in 'abc'), strpos(email, '@') FROM users, regions

-- texts 8
SELECT concat(first_name, ' ', last_name), concat_ws(', ', last_name, first_name), first_name || ' ' || last_name, quote_literal(first_name), quote_ident('a b') FROM users

-- texts 9
SELECT btrim('  x '), trim(leading '0' from '007'), trim(both from ' a '), ltrim('xxa', 'x'), rtrim('axx', 'x'), trim('  b ')

-- texts 10
SELECT users.* FROM users WHERE users.email LIKE '%@example.com'

-- texts 11
SELECT a.user_id, b.user_id FROM users a JOIN users b ON a.email < b.email AND split_part(a.email, '@', 2) = split_part(b.email, '@', 2)

-- texts 12
SELECT 'abc' LIKE 'a_c', 'a%c' LIKE 'a\%c', 'a%c' LIKE 'a!%c' ESCAPE '!'

-- texts 13
SELECT bit_count(B'1011'), get_bit(B'1011', 0), length(B'101'), substring(B'1011' from 2 for 2)

-- texts 14
SELECT lower('A' COLLATE "C"), 'a' COLLATE "POSIX" < 'B', 'a' COLLATE "unicode" < 'B'

-- texts 15
SELECT repeat('-', 20), repeat('x', region_id), rpad(status, 12), lpad(status, 12, '.') FROM orders

-- texts 16
SELECT region_id, repeat('*', round(sum(total_amount) / 100)::int) FROM orders GROUP BY 1

-- texts 17
SELECT email FROM users WHERE email LIKE '%' || first_name || '%' OR email ILIKE concat(first_name, '%')

-- texts 18
SELECT substring(email FROM '%#"@#"%' FOR '#') FROM users

-- texts 19
SELECT substring(email, position('@' in email) + 1, length(email)) FROM users

-- texts 20
SELECT substring(email, 1, strpos(email, '@') - 1), substring(email from 2), substring(phone, length(phone) - 3) FROM users

-- texts 21
SELECT substring(email, region_id) FROM users, regions

-- texts 22
SELECT substring(first_name, 1, 1) || '. ' || last_name FROM users

-- texts 23
SELECT left(first_name, 1) || repeat('*', length(first_name) - 1) FROM users

-- texts 24
SELECT format('%s (%s)', region_name, country), format('%1$s %2$s %1$s', 'a', 'b'), format('%05s', 1) FROM regions

-- texts 25
SELECT * FROM users ORDER BY lower(last_name), first_name DESC NULLS LAST LIMIT 5

-- texts 26
SELECT * FROM orders WHERE notes IS NOT NULL AND notes <> '' AND length(notes) BETWEEN 1 AND 100

-- texts 27
SELECT * FROM orders WHERE order_id::text LIKE '2%' AND order_id = '20000000-0000-0000-0000-000000000001'::uuid

-- texts 28
SELECT sum(total_amount)::money, avg(total_amount)::numeric(12, 2), count(*)::text || ' orders', (sum(total_amount) / 1000)::int || 'k' FROM orders

-- texts 29
SELECT 2 <> 3, 2 != 3, 2 <= 3, - (- 3), 5 % 3, 5 / 2.0, 2 ^ 3, |/ 16, ||/ 27, @ -5

-- texts 30
SELECT 'a' || 1 || 'b', 'a' || NULL, concat('a', NULL, 'b')

-- texts 31
SELECT trim(both from '  a '), trim('x' from 'xax'), trim(trailing from 'a '), ltrim('  a'), btrim('xxaxx', 'x'), lower('ÀB'), upper('ß'), initcap('hello world')

-- texts 32
SELECT length('日本語'), char_length('é'), reverse('abc'), translate('abc', 'ab', 'xy'), replace('aXb', 'X', '-'), ascii('A'), chr(9731), to_hex(255), md5('a')

-- texts 33
SELECT encode('abc'::bytea, 'hex'), decode('YWJj', 'base64'), convert_from('\x616263'::bytea, 'UTF8'), length('abc'::bytea)

-- texts 34
SELECT quote_literal('it''s'), quote_nullable(NULL), quote_ident('select')

-- texts 35
SELECT lower(user_id::text), user_id::text FROM users

-- texts 36
SELECT bit_length('a'), octet_length('é'), crc32('a'::bytea), sha512('a'::bytea), bit_count('\x0f'::bytea)

-- texts 37
SELECT scale(1.230), trim_scale(1.2300), min_scale(1.20), round(-2.5), ceil(-0.5), sign(-3), div(7, 2), mod(-7, 3), gcd(12, 8)
