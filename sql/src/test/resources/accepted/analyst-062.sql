-- as an analyst or a model writes it
select any_value(email) from users
