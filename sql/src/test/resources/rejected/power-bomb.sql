-- resource_limit: a huge power
SELECT 9.99 ^ 9999999
