-- a row of a subquery as json
SELECT row_to_json(t) FROM (SELECT region_id, country FROM regions) t
