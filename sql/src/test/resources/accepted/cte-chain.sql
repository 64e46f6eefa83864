-- common table expressions that use each other
WITH a AS (SELECT user_id, sum(total_amount) AS spent FROM orders GROUP BY user_id), b AS (SELECT avg(spent) AS mean FROM a)
SELECT count(*) FROM a, b WHERE a.spent > b.mean
