-- as an analyst or a model writes it
select x.* from (select * from users) x natural join (select * from orders) y
