-- with positions
SELECT t.tag, t.n FROM events e CROSS JOIN LATERAL unnest(e.tags) WITH ORDINALITY AS t(tag, n)
