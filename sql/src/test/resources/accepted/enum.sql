-- an enumeration
SELECT payment_status, count(*) FROM payments WHERE payment_status = 'completed' AND payment_status <> 'failed'::payment_state GROUP BY payment_status
