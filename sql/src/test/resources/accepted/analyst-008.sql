-- as an analyst or a model writes it
select users from users
