-- as an analyst or a model writes it
select a.n from generate_series(1, 5) with ordinality a(n, i) where i > 2
