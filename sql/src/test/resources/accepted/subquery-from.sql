-- a subquery as a range
SELECT avg(n) FROM (SELECT user_id, count(*) AS n FROM orders GROUP BY user_id) AS t
