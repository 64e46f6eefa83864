-- system_relation: hostile or wrong, found at any depth
select * from only pg_shadow
