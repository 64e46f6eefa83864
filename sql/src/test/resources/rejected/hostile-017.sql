-- system_relation: hostile or wrong, found at any depth
select * from "pg_catalog"."pg_shadow"
