-- full text search 1
SELECT id, ts_rank(document, q), ts_headline('english', 'red shoes', q) FROM events, plainto_tsquery('english', 'shoe') q WHERE document @@ q

-- full text search 2
SELECT review_id FROM reviews WHERE to_tsvector('english', review_text) @@ to_tsquery('english', 'red & shoe:*')

-- full text search 3
SELECT to_tsvector('simple', title) || to_tsvector(review_text), phraseto_tsquery('red shoe') FROM reviews

-- full text search 4
SELECT to_tsquery('a') <-> to_tsquery('b'), 'a & b'::tsquery && 'c'::tsquery, !! 'a'::tsquery

-- full text search 5
SELECT cbrt(27), sqrt(2), 2 ^ 0.5, exp(1), ln(2), log(2, 8), 17 % 5, -17 / 5, abs(-1), degrees(pi()), round(2.5), round(2.567, 2), trunc(2.567, 1), gcd(12, 18), lcm(4, 6), factorial(5), sind(30), atan2(1, 1), @ -5, !! 'a'::tsquery

-- full text search 6
SELECT string_to_table('a,b', ','), starts_with(email, 'a') FROM users

-- full text search 7
SELECT count(*) FROM reviews WHERE to_tsvector('english', coalesce(title, '') || ' ' || review_text) @@ websearch_to_tsquery('english', '"red shoe" -blue')

-- full text search 8
SELECT title, ts_rank_cd(to_tsvector('english', review_text), query) AS rank FROM reviews, to_tsquery('english', 'shoe & red') AS query WHERE query @@ to_tsvector('english', review_text) ORDER BY rank DESC LIMIT 5

-- full text search 9
SELECT starts_with('abc', 'ab'), 'abc' ^@ 'ab', strpos('abc', 'c'), position('b' IN 'abc'), overlay('abc' PLACING 'X' FROM 2)

-- full text search 10
SELECT title, ts_headline('english', review_text, to_tsquery('shoe'), 'StartSel=<b>, StopSel=</b>') FROM reviews LIMIT 2

-- full text search 11
SELECT to_tsvector('english', 'a b') @@ 'a'::tsquery, setweight(to_tsvector('x'), 'A'), numnode('a & b'::tsquery), strip(to_tsvector('a'))
