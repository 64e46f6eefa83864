-- patterns
SELECT email FROM users WHERE email LIKE '%@example.com' AND first_name NOT ILIKE 'a\_%' AND last_name LIKE '50!%%' ESCAPE '!' AND phone SIMILAR TO '[0-9]+' AND email ~* '^[a-z]+@' AND email !~ '\d{3}'
