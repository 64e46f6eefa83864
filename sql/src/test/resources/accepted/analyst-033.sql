-- as an analyst or a model writes it
select exists(select 1 from users), not exists (select 1 from orders)
