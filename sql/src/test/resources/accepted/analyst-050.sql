-- as an analyst or a model writes it
select substring(email from 1 for position('@' in email) - 1) from users
