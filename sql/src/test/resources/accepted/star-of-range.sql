-- all columns of one range
SELECT o.*, r.country FROM orders o, regions r WHERE o.region_id = r.region_id
