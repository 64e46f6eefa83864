-- multiple_statements: two queries
SELECT 1; SELECT 2
