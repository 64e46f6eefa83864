-- order by an alias
SELECT first_name || last_name AS full_name FROM users ORDER BY full_name
