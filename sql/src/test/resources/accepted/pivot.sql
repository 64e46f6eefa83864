-- a pivot
SELECT region_id, sum(CASE WHEN status = 'shipped' THEN 1 ELSE 0 END) AS shipped, sum(total_amount) FILTER (WHERE extract(quarter FROM order_date) = 1) AS q1 FROM orders GROUP BY region_id
