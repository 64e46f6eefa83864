-- between in all forms
SELECT count(*) FROM orders WHERE order_date BETWEEN '2024-01-01' AND '2024-12-31' AND total_amount NOT BETWEEN 1 AND 2 AND total_amount BETWEEN SYMMETRIC 5 AND 3
