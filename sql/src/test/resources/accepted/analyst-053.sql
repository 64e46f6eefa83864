-- as an analyst or a model writes it
select left(email, strpos(email, '@') - 1) from users
