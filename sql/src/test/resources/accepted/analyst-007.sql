-- as an analyst or a model writes it
select count(*) over w from users window w as (partition by is_active), w2 as (w)
