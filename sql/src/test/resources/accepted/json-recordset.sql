-- json as a table
SELECT x.sku, sum(x.n) FROM events e, jsonb_to_recordset(coalesce(e.payload -> 'items', '[]')) AS x(sku text, n integer) GROUP BY x.sku
