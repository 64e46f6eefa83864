-- full text search
SELECT id, ts_rank(document, websearch_to_tsquery('english', 'red shoes')) FROM events WHERE document @@ to_tsquery('english', 'red & shoe') OR to_tsvector('english', payload ->> 'text') @@ plainto_tsquery('x')
