-- function_not_allowed: waits
SELECT make_interval(secs => (SELECT length(pg_sleep(1)::text)))
