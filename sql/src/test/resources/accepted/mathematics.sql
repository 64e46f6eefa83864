-- numbers
SELECT round(avg(price), 2), ceil(1.2), floor(-1.5), abs(-3), mod(7, 3), 7 % 3, 2 ^ 3, power(1.05, 10), sqrt(16), |/ 25, ln(2.7), log(100), sign(-1), trunc(1.99, 1), width_bucket(5, 0, 10, 5), -price, +1, (1 + 2) * 3, 1 - (2 - 3), 10 / 2 / 5, 1.5e3, .5, div(9, 4), random() FROM products GROUP BY price
