-- as an analyst or a model writes it
select * from jsonb_array_elements('[1,2]'::jsonb) e where e::text = '1'
