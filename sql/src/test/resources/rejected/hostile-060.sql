-- system_relation: hostile or wrong, found at any depth
select json_agg(x) from (select * from pg_settings) x
