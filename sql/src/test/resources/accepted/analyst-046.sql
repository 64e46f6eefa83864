-- as an analyst or a model writes it
select format('%s', x) from (values (1)) v(x)
