-- all columns
SELECT * FROM regions
