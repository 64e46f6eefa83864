-- ambiguous_column: two tables have it
SELECT user_id FROM users, orders
