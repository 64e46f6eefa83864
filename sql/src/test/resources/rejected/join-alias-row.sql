-- whole_row: the row of a join
SELECT j FROM (users CROSS JOIN regions) AS j
