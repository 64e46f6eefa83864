-- as an analyst or a model writes it
select count(*) from orders where notes is not null and length(trim(notes)) > 0
