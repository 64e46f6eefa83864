-- as an analyst or a model writes it
select width_bucket(total_amount, 0, 500, 10) as bucket, count(*) from orders group by bucket order by bucket
