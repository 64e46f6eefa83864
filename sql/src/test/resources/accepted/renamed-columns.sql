-- other names for the columns of a table
SELECT a, b FROM regions AS r(a, b)
