-- duplicate_name: the same alias twice
SELECT 1 FROM users a, orders a
