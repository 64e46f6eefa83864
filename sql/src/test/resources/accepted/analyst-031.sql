-- as an analyst or a model writes it
select case when grouping(status) = 1 then 'all' else status end, count(*) from orders group by rollup(status)
