-- as an analyst or a model writes it
select 1 where 'a' in (select status from orders) or (1,'x') in (select region_id, status from orders)
