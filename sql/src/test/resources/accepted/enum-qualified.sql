-- an enumeration with its schema
SELECT payment_status::text FROM payments WHERE payment_status IN ('a'::public.payment_state, 'b')
