-- not_a_query: runs code
DO $$ BEGIN PERFORM 1; END $$
