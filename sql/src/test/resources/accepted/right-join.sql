-- a right join
SELECT r.region_name FROM orders o RIGHT JOIN regions r ON r.region_id = o.region_id GROUP BY 1
