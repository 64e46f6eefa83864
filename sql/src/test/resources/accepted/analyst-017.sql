-- as an analyst or a model writes it
select generate_series(1,10), unnest(array[1,2])
