-- an aggregate with a filter
SELECT count(*) FILTER (WHERE status = 'cancelled') * 100.0 / NULLIF(count(*), 0) AS rate FROM orders
