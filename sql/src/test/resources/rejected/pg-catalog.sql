-- system_relation: the system catalogue
SELECT * FROM pg_catalog.pg_user
