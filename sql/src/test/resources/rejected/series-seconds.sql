-- resource_limit: seconds of a century
SELECT count(*) FROM generate_series('1900-01-01'::timestamp, '2000-01-01'::timestamp, interval '1 second')
