-- json
SELECT payload ->> 'name', payload -> 'a' -> 0, payload #>> '{a,b}', raw ->> 'x', payload @> '{"a": 1}', payload ? 'a', payload ?| ARRAY['a', 'b'], payload - 'a', (payload ->> 'amount')::numeric, payload['a'], jsonb_array_length(payload -> 'items') FROM events
