-- unsupported_syntax: another database
SELECT * FROM postgres.public.users
