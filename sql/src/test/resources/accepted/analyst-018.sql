-- as an analyst or a model writes it
select (json_each('{}')).key
