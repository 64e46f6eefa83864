-- resource_limit: a format's width from an argument
SELECT format('%*s', 1000000000, 'x')
