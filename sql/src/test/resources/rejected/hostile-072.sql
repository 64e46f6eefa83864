-- resource_limit: hostile or wrong, found at any depth
with recursive t as (select 1 as n union all select n+1 from t where n > 0) select * from t
