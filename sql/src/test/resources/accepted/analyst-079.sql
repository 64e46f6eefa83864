-- as an analyst or a model writes it
select t.a from unnest(array[1,2], array['x','y']) as t(a, b)
