-- as an analyst or a model writes it
select (select u from users u limit 1)
