-- resource_limit: a huge number
SELECT 1e100000 * 1e100000
