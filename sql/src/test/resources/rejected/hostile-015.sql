-- system_relation: hostile or wrong, found at any depth
table pg_shadow
