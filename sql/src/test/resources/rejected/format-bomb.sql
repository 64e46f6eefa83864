-- resource_limit: a format's width
SELECT format('%1000000000s', 'x')
