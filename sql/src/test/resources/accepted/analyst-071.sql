-- as an analyst or a model writes it
select gs.n from generate_series(1, (select max(quantity) from order_items)) gs(n)
