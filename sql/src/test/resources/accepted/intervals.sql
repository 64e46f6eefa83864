-- intervals in all forms
SELECT now() - INTERVAL '1' DAY, now() - '2 weeks'::interval, INTERVAL '1 year 2 months', make_interval(days => 3, hours => 2), INTERVAL '1-2' YEAR TO MONTH, justify_days(interval '35 days'), interval '1 day' * 7
