-- as an analyst or a model writes it
select time '10:00' + interval '1 hour', date '2024-01-01' - date '2023-01-01'
