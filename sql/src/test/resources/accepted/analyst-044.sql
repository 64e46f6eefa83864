-- as an analyst or a model writes it
select doc from events
