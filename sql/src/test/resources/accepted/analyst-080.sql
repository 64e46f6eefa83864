-- as an analyst or a model writes it
select 5 between 1 and 10, 'abc' ilike 'A%', not true, null is null
