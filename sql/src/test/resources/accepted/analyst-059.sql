-- as an analyst or a model writes it
select corr(price, stock_quantity) from products
