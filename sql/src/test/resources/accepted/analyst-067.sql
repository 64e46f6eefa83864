-- as an analyst or a model writes it
select lpad('', depth * 2, ' ') from (select 1 as depth) x
