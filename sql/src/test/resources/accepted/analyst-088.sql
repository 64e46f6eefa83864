-- as an analyst or a model writes it
select power(2, 10), 2 ^ 3 ^ 2, exp(1), ln(10)
