-- unknown_table: a subquery does not see its neighbours
SELECT * FROM users u, (SELECT u.email) x
