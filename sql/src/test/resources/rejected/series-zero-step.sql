-- resource_limit: no step at all
SELECT count(*) FROM generate_series(now() - interval '1 day', now(), interval '0 seconds')
