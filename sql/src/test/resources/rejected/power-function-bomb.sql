-- resource_limit: a huge power
SELECT power(9.99, 9999999)
