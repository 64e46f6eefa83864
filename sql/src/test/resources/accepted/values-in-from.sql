-- VALUES as a range
SELECT v.name, count(o.order_id) FROM (VALUES ('shipped'), ('pending')) AS v(name) LEFT JOIN orders o ON o.status = v.name GROUP BY v.name
