-- function_not_allowed: holds back maintenance
SELECT pg_export_snapshot()
