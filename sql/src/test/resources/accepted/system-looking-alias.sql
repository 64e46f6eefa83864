-- an alias may look like a system table
SELECT pg_class.region_id FROM regions AS pg_class
