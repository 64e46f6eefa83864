-- as an analyst or a model writes it
select substr(phone, 1, 3) from users
