-- as an analyst or a model writes it
select total_amount, total_amount > (select avg(total_amount) from orders) as above from orders
