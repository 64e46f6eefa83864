-- lists
SELECT count(*) FROM orders WHERE status IN ('a', 'b') AND region_id NOT IN (1, 2, 3)
