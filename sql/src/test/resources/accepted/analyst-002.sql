-- as an analyst or a model writes it
select 1 from users u where u.email::text collate "C" > 'a'
