-- cube
SELECT country, region_name, count(*) FROM regions GROUP BY CUBE (country, region_name)
