-- type_not_allowed: system catalogue 1
SELECT NULL::pg_class

-- system_relation: system catalogue 2
SELECT * FROM pg_class

-- system_relation: system catalogue 3
SELECT * FROM pg_catalog.pg_proc

-- system_relation: system catalogue 4
SELECT * FROM "information_schema"."columns"

-- system_relation: system catalogue 5
SELECT * FROM INFORMATION_SCHEMA.COLUMNS

-- system_relation: system catalogue 6
SELECT * FROM U&"pg\005fclass"

-- system_relation: system catalogue 7
SELECT * FROM U&"information!005fschema" UESCAPE '!' . tables

-- system_relation: system catalogue 8
SELECT * FROM U&"\0070g_catalog".pg_class

-- system_relation: system catalogue 9
SELECT * FROM pg_stat_statements

-- system_relation: system catalogue 10
SELECT * FROM pg_hba_file_rules

-- system_relation: system catalogue 11
SELECT * FROM pg_largeobject

-- system_relation: system catalogue 12
SELECT * FROM pg_toast.pg_toast_2619

-- system_relation: system catalogue 13
SELECT * FROM pg_temp_3.x

-- system_relation: system catalogue 14
SELECT * FROM pg_roles, users

-- system_relation: system catalogue 15
SELECT * FROM pg_user_mappings

-- system_relation: system catalogue 16
SELECT * FROM pg_locks

-- system_relation: system catalogue 17
TABLE pg_catalog.pg_authid

-- system_relation: system catalogue 18
SELECT (SELECT rolname FROM pg_roles LIMIT 1)

-- system_relation: system catalogue 19
WITH pg_shadow AS (SELECT * FROM pg_shadow) SELECT * FROM pg_shadow

-- system_relation: system catalogue 20
WITH x AS (SELECT 1) SELECT * FROM pg_class, x
