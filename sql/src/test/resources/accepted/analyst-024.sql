-- as an analyst or a model writes it
select string_agg(first_name || ' ' || last_name, ', ' order by last_name) from users
