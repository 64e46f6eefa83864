-- a constant without a FROM clause
SELECT 1
