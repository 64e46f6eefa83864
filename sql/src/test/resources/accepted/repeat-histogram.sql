-- a bar for each count
SELECT status, repeat('#', (count(*) / 10)::int) FROM orders GROUP BY status
