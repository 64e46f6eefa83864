-- as an analyst or a model writes it
select to_jsonb(u) - 'email' from users u
