-- a join with grouping, order and limit
SELECT r.region_name, count(*) AS orders, sum(o.total_amount) AS revenue
FROM orders o JOIN regions r ON r.region_id = o.region_id
WHERE o.order_date >= now() - interval '30 days' AND o.status IN ('shipped', 'delivered')
GROUP BY r.region_name ORDER BY revenue DESC NULLS LAST LIMIT 10
