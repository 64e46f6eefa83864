-- as an analyst or a model writes it
select o.region_id r from orders o group by r order by r
