-- as an analyst or a model writes it
select d.day, coalesce(sum(o.total_amount), 0) from generate_series(current_date - interval '29 days', current_date, '1 day'::interval) d(day) left join orders o on date_trunc('day', o.order_date) = d.day group by d.day order by d.day
