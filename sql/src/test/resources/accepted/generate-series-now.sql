-- a calendar up to now
SELECT g.month FROM generate_series(date_trunc('month', now() - interval '11 months'), date_trunc('month', now()), '1 month') AS g(month)
