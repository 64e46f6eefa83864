-- as an analyst or a model writes it
select p.product_name, r.avg_rating from products p join (select product_id, avg(rating)::numeric(3,2) as avg_rating from reviews group by product_id) r on r.product_id = p.product_id order by r.avg_rating desc nulls last, p.product_name
