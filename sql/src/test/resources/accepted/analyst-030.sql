-- as an analyst or a model writes it
select current_date, current_timestamp, localtime, now()::date
