-- as an analyst or a model writes it
select date_trunc('month', order_date)::date m, count(*) filter (where status='x') from orders group by 1 having count(*) > 3 order by m desc limit 12
