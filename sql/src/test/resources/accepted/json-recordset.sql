-- json as a table
SELECT x.sku, sum(x.n) FROM events e, jsonb_to_recordset(e.payload) AS x(sku text, n integer) GROUP BY x.sku
