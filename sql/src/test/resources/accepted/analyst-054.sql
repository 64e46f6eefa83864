-- as an analyst or a model writes it
select * from (table users) t
