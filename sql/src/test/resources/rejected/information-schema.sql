-- system_relation: the system catalogue
SELECT * FROM information_schema.tables
