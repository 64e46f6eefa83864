-- and, or, not
SELECT count(*) FROM orders WHERE (status = 'a' OR status = 'b') AND NOT (total_amount > 1 AND tax_amount > 2) AND (1 = 1 AND 2 = 2)
