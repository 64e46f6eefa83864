-- as an analyst or a model writes it
select interval '1 day' * rating, rating * interval '1 hour' from reviews
