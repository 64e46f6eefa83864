-- a column of an extension's type may be shown
SELECT id, email FROM customers WHERE email IS NOT NULL
