-- as an analyst or a model writes it
select * from users where created_at::date between current_date - 30 and current_date
