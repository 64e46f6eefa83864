-- as an analyst or a model writes it
select * from regexp_split_to_table('a,b', ',') as t(x)
