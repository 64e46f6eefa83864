-- as an analyst or a model writes it
select substring(email, '@(.*)') from users
