-- not_a_query: keeps a cursor
DECLARE c CURSOR WITH HOLD FOR SELECT 1
