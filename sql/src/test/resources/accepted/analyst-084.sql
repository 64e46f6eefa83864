-- as an analyst or a model writes it
select cume_dist() over (order by price), percent_rank() over (order by price) from products
