-- as an analyst or a model writes it
select least(total_amount, 5) from orders fetch first row only
