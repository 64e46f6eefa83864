-- as an analyst or a model writes it
select (payload->>'x')::int from events where payload @> '{"a":1}' and payload ? 'b'
