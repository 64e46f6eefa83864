-- a share of the total
SELECT region_id, sum(total_amount) / sum(sum(total_amount)) OVER () AS share FROM orders GROUP BY region_id
