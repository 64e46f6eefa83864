-- as an analyst or a model writes it
select max(length(email)) from users
