-- a partitioned table
SELECT avg(value) FROM measurements WHERE taken > now() - interval '1 hour'
