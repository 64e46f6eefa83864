-- as an analyst or a model writes it
select round(100 * (price - cost) / nullif(price, 0), 2) || '%' from products
