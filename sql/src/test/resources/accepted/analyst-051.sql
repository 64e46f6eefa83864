-- as an analyst or a model writes it
select split_part(email,'@',2) as domain, count(*) from users group by domain order by count(*) desc
