-- as an analyst or a model writes it
select count(*) from orders where (now() - order_date) < interval '7 days'
