-- as an analyst or a model writes it
select make_interval(days := 3)
