-- casts
SELECT '1'::int, CAST(total_amount AS integer), total_amount::numeric(10, 2), order_date::date, '2024-01-01'::timestamp, 1::text, 'x'::varchar(3), '{1,2}'::int[], (-1)::bigint, CAST(total_amount + 1 AS double precision), true::int, timestamptz '2024-01-01 00:00+00', time '10:00', 'abc'::char(2) FROM orders
