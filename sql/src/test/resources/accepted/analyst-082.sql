-- as an analyst or a model writes it
select cast(null as text), null::date
