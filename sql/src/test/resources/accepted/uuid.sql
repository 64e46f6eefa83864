-- uuids
SELECT count(*) FROM orders WHERE order_id = '00000000-0000-0000-0000-000000000000'::uuid
