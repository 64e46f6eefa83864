-- as an analyst or a model writes it
select u.* from users u
