-- a view the owner opened
SELECT region, revenue FROM revenue_by_region ORDER BY revenue DESC
