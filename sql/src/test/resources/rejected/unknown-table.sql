-- unknown_table: no such table
SELECT * FROM invoices
