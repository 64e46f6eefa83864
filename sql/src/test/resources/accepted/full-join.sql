-- a full join
SELECT coalesce(a.region_id, b.region_id) FROM regions a FULL OUTER JOIN sales.targets b ON a.region_id = b.region_id
