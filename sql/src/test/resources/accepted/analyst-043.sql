-- as an analyst or a model writes it
select json_build_object('a', 1), json_object_agg(status, n) from (select status, count(*) n from orders group by 1) x
