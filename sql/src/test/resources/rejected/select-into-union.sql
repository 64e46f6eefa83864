-- select_into: in a branch of a set operation
SELECT 1 INTO x UNION SELECT 2
