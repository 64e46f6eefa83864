-- as an analyst or a model writes it
select regexp_matches(email, '(.+)@(.+)') from users
