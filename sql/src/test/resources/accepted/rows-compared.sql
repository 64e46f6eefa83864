-- rows
SELECT count(*) FROM orders WHERE (region_id, status) = (1, 'shipped') OR (region_id, status) IN ((1, 'a'), (2, 'b')) OR ROW(1, 2) < ROW(3, 4)
