-- system_relation: the system catalogue
SELECT * FROM pg_stat_activity
