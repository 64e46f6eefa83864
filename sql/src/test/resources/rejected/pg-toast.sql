-- system_relation: oversized values
SELECT * FROM pg_toast.pg_toast_1
