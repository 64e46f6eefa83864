-- as an analyst or a model writes it
select r.region_name, (select count(*) from orders o where o.region_id = r.region_id) as n from regions r
