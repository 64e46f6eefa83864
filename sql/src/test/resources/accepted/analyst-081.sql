-- as an analyst or a model writes it
values (1),(2)
