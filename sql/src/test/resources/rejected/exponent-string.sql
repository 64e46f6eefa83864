-- resource_limit: a huge number written as a string
SELECT '1e131071'::numeric * 2
