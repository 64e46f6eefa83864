-- as an analyst or a model writes it
select status, count(*) * 100.0 / sum(count(*)) over () from orders group by status
