-- as an analyst or a model writes it
select * from users where email = 'a' or 1=1 -- x
