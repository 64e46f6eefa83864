-- a row of a table as json
SELECT json_agg(r) FROM regions r
