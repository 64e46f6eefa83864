-- enumerations and domains 1
SELECT payment_status, count(*) FROM payments WHERE payment_status >= 'completed' GROUP BY 1 ORDER BY 1

-- enumerations and domains 2
SELECT count(*) FROM payments WHERE payment_status = ANY ('{completed,failed}'::payment_state[])

-- enumerations and domains 3
SELECT score + 1, score::int, avg(score) FROM customers GROUP BY score

-- enumerations and domains 4
SELECT CASE payment_status WHEN 'completed' THEN 1 ELSE 0 END FROM payments

-- enumerations and domains 5
SELECT payment_status IN ('completed', 'failed'), payment_status IS DISTINCT FROM 'pending', coalesce(payment_status, 'pending') FROM payments

-- enumerations and domains 6
SELECT score * 2, score IS NULL, sum(score), max(score)::text, score::numeric / 3 FROM customers GROUP BY score
