-- resource_limit: hostile or wrong, found at any depth
with recursive a as (select 1 n union all select b.n from b), b as (select n from a) select * from a
