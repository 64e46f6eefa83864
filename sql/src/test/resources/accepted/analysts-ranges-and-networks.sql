-- ranges and networks 1
SELECT int4range(1, 5) * int4range(3, 9), daterange('2024-01-01', '2024-02-01', '[]') @> date '2024-02-01', upper(int4range(1, 5)), numrange(1, 2) && numrange(2, 3), '[1,3)'::int4range + '[3,5)'::int4range

-- ranges and networks 2
SELECT range_agg(during), range_intersect_agg(during) FROM events

-- ranges and networks 3
SELECT int4multirange(int4range(1, 3), int4range(5, 9)) @> 6, unnest('{[1,3), [5,9)}'::int4multirange)

-- ranges and networks 4
SELECT id FROM events WHERE during @> timestamptz '2024-01-15' OR during << tstzrange('2030-01-01', NULL)

-- ranges and networks 5
SELECT enum_range(NULL::payment_state), enum_first(payment_status), payment_status::text FROM payments

-- ranges and networks 6
SELECT inet '10.0.0.1' << inet '10.0.0.0/8', host(inet '10.0.0.1/8'), masklen(inet '10.0.0.1/8'), '10.0.0.1'::inet + 5

-- ranges and networks 7
SELECT circle '((0,0),2)' @> point '(1,1)', area(circle '((0,0),1)'), point(1, 2) <-> point(3, 4)

-- ranges and networks 8
SELECT during, lower(during), upper_inf(during), during * tstzrange('2024-01-10', '2024-01-20'), tstzrange(now(), NULL) FROM events

-- ranges and networks 9
SELECT daterange(day, (day + interval '1 month')::date) FROM events

-- ranges and networks 10
SELECT sum(upper(during) - lower(during)) FROM events WHERE NOT isempty(during)

-- ranges and networks 11
SELECT unnest(enum_range(NULL::payment_state))

-- ranges and networks 12
SELECT lower(int8range(1, 5)), int4range(1, NULL), '(,5]'::int4range @> 5, numrange(1.5, 2.5), multirange(int4range(1, 2))

-- ranges and networks 13
SELECT host('10.1.2.3'::inet), network('10.1.2.3/24'), set_masklen('10.1.2.3'::inet, 24), inet '10.1.2.3' <<= cidr '10.0.0.0/8', macaddr '08:00:2b:01:02:03'
