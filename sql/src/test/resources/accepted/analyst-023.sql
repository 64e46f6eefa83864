-- as an analyst or a model writes it
select array_agg(distinct status order by status) from orders
