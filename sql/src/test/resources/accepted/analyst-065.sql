-- as an analyst or a model writes it
select rating, repeat('★', rating) from reviews
