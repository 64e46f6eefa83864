-- names and literals 1
SELECT last_name FROM users ORDER BY last_name COLLATE "C", first_name COLLATE "POSIX" DESC

-- names and literals 2
SELECT last_name COLLATE "en-US-x-icu" < 'x' FROM users

-- names and literals 3
SELECT min(last_name COLLATE "C") FROM users

-- names and literals 4
SELECT "Id" AS "The Id", "order" AS "select" FROM "Mixed Case" AS "My Table" WHERE "My Table"."user" = 'a'

-- names and literals 5
SELECT U&'d!0061t!+000061' UESCAPE '!'

-- names and literals 6
SELECT /* nested /* comment */ here */ 1 -- end

-- names and literals 7
SELECT u.first_name AS "First Name", u.last_name "Last", u.email e FROM users u

-- names and literals 8
SELECT user_id AS "user", email AS "from" FROM users

-- names and literals 9
SELECT total_amount amount, status AS type FROM orders

-- names and literals 10
SELECT 1::"numeric"(10, 2), 2::pg_catalog.int4, CAST(3 AS "pg_catalog"."text")

-- names and literals 11
SELECT "region_id" FROM "public"."orders" WHERE "status" = 'shipped'

-- names and literals 12
SELECT o."status" AS "Status of Order" FROM orders AS o

-- names and literals 13
SELECT count(*) AS "count", sum(1) AS sum, max(status) AS max FROM orders

-- names and literals 14
SELECT 'x' AS "a""b", 1 AS "日本"

-- names and literals 15
SELECT $$a$$, $q$b'c$q$, 'it''s', E'\u00e9', e'a\tb', b'101', x'ff', n'x'

-- names and literals 16
SELECT 1 -- trailing

-- names and literals 17
SELECT * FROM orders WHERE status='shipped'--comment

-- names and literals 18
SELECT /*+ hint */ count(*) FROM orders
