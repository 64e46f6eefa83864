-- as an analyst or a model writes it
select e.value from jsonb_array_elements('[1,2]'::jsonb) with ordinality as e(value, pos)
