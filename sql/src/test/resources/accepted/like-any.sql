-- patterns in a list
SELECT email FROM users WHERE email LIKE ANY (ARRAY['%a%', '%b%']) AND email ~ ANY (ARRAY['x', 'y'])
