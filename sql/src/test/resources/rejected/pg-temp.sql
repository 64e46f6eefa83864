-- system_relation: temporary tables
SELECT * FROM pg_temp.x
