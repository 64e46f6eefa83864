-- as an analyst or a model writes it
select extract(epoch from (updated_at - created_at)) / 3600 from users
