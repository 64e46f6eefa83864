-- distinct rows
SELECT DISTINCT country FROM regions
