-- conditions
SELECT CASE WHEN total_amount > 100 THEN 'big' WHEN total_amount > 10 THEN 'middle' ELSE 'small' END AS size, CASE status WHEN 'shipped' THEN 1 END, count(*) FROM orders GROUP BY 1, 2
