-- resource_limit: padding
SELECT rpad('x', 1000000000, 'y')
