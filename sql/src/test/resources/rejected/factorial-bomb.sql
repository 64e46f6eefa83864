-- resource_limit: a huge factorial
SELECT factorial(1000000)
