-- foreign_table: another server
SELECT * FROM remote_orders
