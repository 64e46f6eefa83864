-- a star over two columns of one name
SELECT * FROM (SELECT a.region_id, b.region_id FROM regions a, regions b) t
