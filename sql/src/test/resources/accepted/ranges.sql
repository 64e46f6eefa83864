-- ranges
SELECT lower(during), upper(during), during @> now(), during && tstzrange('2024-01-01', '2024-02-01'), isempty(during), int4range(1, 10) -|- int4range(10, 20) FROM events
