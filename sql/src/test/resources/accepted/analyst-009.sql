-- as an analyst or a model writes it
select email from users order by users
