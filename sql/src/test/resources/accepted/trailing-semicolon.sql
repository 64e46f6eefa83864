-- one semicolon at the end
SELECT count(*) FROM orders;
