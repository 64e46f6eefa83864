-- a left lateral join
SELECT r.region_name, t.total FROM regions r LEFT JOIN LATERAL (SELECT sum(o.total_amount) AS total FROM orders o WHERE o.region_id = r.region_id) t ON true
