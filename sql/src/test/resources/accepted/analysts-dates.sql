-- dates 1
SELECT date_trunc('quarter', order_date) q, count(*) FROM orders GROUP BY q ORDER BY q

-- dates 2
SELECT date_trunc('day', order_date, 'America/New_York') FROM orders LIMIT 3

-- dates 3
SELECT date_bin(interval '2 hours', order_date, timestamptz '2024-01-01') FROM orders

-- dates 4
SELECT extract(isodow FROM order_date), extract(epoch FROM order_date)::bigint, extract(week FROM order_date), extract('year' from order_date) FROM orders

-- dates 5
SELECT age(max(order_date), min(order_date)), age(timestamp '2024-03-01') FROM orders

-- dates 6
SELECT make_date(2024, 2, 29), make_interval(months => 1, days => 2), make_timestamp(2024, 1, 1, 10, 0, 0), make_timestamptz(2024, 1, 1, 10, 0, 0, 'UTC'), make_time(10, 30, 0)

-- dates 7
SELECT to_char(order_date, 'YYYY-"Q"Q'), to_char(total_amount, '999G999D99'), to_char(interval '26 hours', 'HH24:MI'), to_char(12, 'RN') FROM orders

-- dates 8
SELECT to_date('03/04/2024', 'DD/MM/YYYY'), to_timestamp(1700000000), to_timestamp('2024-01-01 10', 'YYYY-MM-DD HH24'), to_number('1,234.5', '9,999.9')

-- dates 9
SELECT order_date AT TIME ZONE 'Europe/Berlin', (order_date AT TIME ZONE 'UTC')::date, order_date AT TIME ZONE INTERVAL '-05:00' FROM orders

-- dates 10
SELECT price::numeric(10,2), '12'::int, '2024-01-01'::date, order_date::date::text FROM products, orders LIMIT 1

-- dates 11
SELECT CAST(price AS double precision), CAST('1' AS smallint), price::real, price::money, 'abc'::char(2), 'abc'::varchar(2), B'101'::bit(3), '1 day'::interval, interval '90 minutes', interval '1' month, time '10:30', timestamp '2024-01-01 10:00' FROM products

-- dates 12
SELECT count(*) FROM orders WHERE (order_date, order_id) > (timestamptz '2024-02-01', '20000000-0000-0000-0000-000000000010')

-- dates 13
SELECT count(*) FILTER (WHERE order_date >= now() - interval '30 days') FROM orders

-- dates 14
SELECT date_part('year', order_date)::int AS y, sum(total_amount) FROM orders WHERE order_date >= '2024-01-01' AND order_date < '2025-01-01' GROUP BY y

-- dates 15
SELECT justify_interval(interval '40 days 30 hours'), justify_hours(interval '30 hours'), isfinite(order_date) FROM orders LIMIT 1

-- dates 16
SELECT order_date + '1 month'::interval * 2, order_date - interval '1 day', order_date::date - date '2024-01-01', now() > order_date FROM orders

-- dates 17
SELECT current_date, current_time IS NOT NULL, localtimestamp, now(), transaction_timestamp(), 'now'::timestamptz, 'today'::date, 'yesterday'::date

-- dates 18
SELECT date '2024-01-31' + 1, date '2024-03-01' - interval '1 day', (date '2024-02-01', date '2024-03-01') OVERLAPS (date '2024-02-15', date '2024-04-01')

-- dates 19
SELECT max(order_date) - min(order_date) FROM orders

-- dates 20
SELECT any_value(status), min(order_date)::date, max(notes) FROM orders

-- dates 21
SELECT date_trunc('month', order_date)::date AS month, status, count(*) AS n FROM orders WHERE status IN ('shipped', 'delivered') GROUP BY 1, 2 ORDER BY 1, 2

-- dates 22
SELECT current_date - order_date::date AS days_ago FROM orders

-- dates 23
SELECT to_char(order_date, 'Day'), to_char(order_date, 'HH12:MI AM TZ') FROM orders

-- dates 24
SELECT extract(year FROM age(timestamptz '2024-06-01', created_at)), date_part('month', created_at) FROM users

-- dates 25
SELECT (now() at time zone 'utc')::timestamp::date = current_date

-- dates 26
SELECT now()::date - interval '1 year', CURRENT_TIMESTAMP - INTERVAL '24' HOUR

-- dates 27
SELECT interval '1 year 2 months 3 days', interval 'P1Y2M', '1-2'::interval, interval '3' day, interval '10:30' hour to minute

-- dates 28
SELECT date 'epoch', timestamp 'infinity', 'tomorrow'::date > current_date

-- dates 29
SELECT avg(updated_at - created_at), sum(updated_at - created_at) FROM users

-- dates 30
SELECT date_trunc('week', order_date)::date wk, count(*) FROM orders GROUP BY 1 ORDER BY 1 DESC LIMIT 12;

-- dates 31
SELECT status FROM orders ORDER BY CASE status WHEN 'pending' THEN 1 WHEN 'shipped' THEN 2 ELSE 3 END, order_date

-- dates 32
SELECT sum(total_amount) FROM orders WHERE order_date::date = (SELECT max(order_date)::date FROM orders)

-- dates 33
SELECT sum(total_amount) FROM orders WHERE date_trunc('year', order_date) = date_trunc('year', timestamptz '2024-05-01')

-- dates 34
SELECT sum(total_amount) FROM orders WHERE extract(year FROM order_date) = 2024 AND extract(month FROM order_date) IN (1, 2, 3)

-- dates 35
SELECT greatest(date '2024-01-01', order_date::date), least(order_date, now()) FROM orders

-- dates 36
SELECT date '2024-01-01' AS date, 1 AS value, 'x' AS name, 2 AS year, 3 AS month, 4 AS day

-- dates 37
SELECT o.order_date AS date, count(*) AS count FROM orders o GROUP BY date

-- dates 38
SELECT to_char(total_amount, 'FM$999,999,990.00'), to_char(0.25, '990%'), to_char(order_date, 'Mon DD, YYYY'), to_char(order_date, 'IYYY-IW') FROM orders

-- dates 39
SELECT date_trunc('month', order_date) + interval '1 month' - interval '1 day' AS month_end FROM orders

-- dates 40
SELECT extract(days FROM date_trunc('month', order_date) + interval '1 month - 1 day') FROM orders

-- dates 41
SELECT order_date::time, order_date::date + time '10:00', (order_date AT TIME ZONE 'Asia/Tokyo')::date FROM orders

-- dates 42
SELECT count(*) FROM orders WHERE order_date >= CURRENT_DATE - INTERVAL '1 year' AND order_date < CURRENT_DATE

-- dates 43
SELECT count(*) FROM orders WHERE order_date > 'yesterday' OR order_date BETWEEN '2024-01-01' AND '2024-12-31 23:59:59'

-- dates 44
SELECT count(*) FROM orders WHERE order_date >= make_date(extract(year FROM now())::int, 1, 1)

-- dates 45
SELECT CASE WHEN extract(dow FROM order_date) IN (0, 6) THEN 'weekend' ELSE 'weekday' END AS k, count(*) FROM orders GROUP BY k

-- dates 46
SELECT to_char(order_date, 'YYYY') AS y, sum(total_amount) FILTER (WHERE extract(month FROM order_date) <= 6) AS h1, sum(total_amount) FILTER (WHERE extract(month FROM order_date) > 6) AS h2 FROM orders GROUP BY 1

-- dates 47
SELECT user_id, max(order_date) AS last, now() - max(order_date) AS since, CASE WHEN max(order_date) < now() - interval '90 days' THEN 'churned' ELSE 'active' END FROM orders GROUP BY user_id

-- dates 48
SELECT corr(extract(epoch FROM order_date), total_amount), regr_count(total_amount, region_id) FROM orders

-- dates 49
SELECT DISTINCT ON (user_id, region_id) user_id, region_id, order_date FROM orders ORDER BY user_id, region_id, order_date DESC

-- dates 50
SELECT * FROM users WHERE is_active AND NOT (email IS NULL) AND created_at::date = '2024-01-05'

-- dates 51
SELECT cast(sum(total_amount) AS decimal(18, 2)), cast(order_date AS date), cast('2024-01-01' AS timestamp with time zone), cast(1 AS boolean) FROM orders GROUP BY order_date

-- dates 52
SELECT interval '1' year, interval '2-3' year to month, interval '1 12:30' day to minute, interval '5.5' second(1)

-- dates 53
SELECT age(timestamp '2024-05-01', timestamp '2020-02-29'), date_part('day', age('2024-05-01', '2024-04-01'))

-- dates 54
SELECT date_add(timestamptz '2024-01-31', '1 month'), date_subtract(timestamptz '2024-03-31', '1 month', 'Europe/Berlin')

-- dates 55
SELECT to_timestamp('2024-06-01', 'YYYY-MM-DD') AT TIME ZONE 'UTC', to_timestamp(0)::date

-- dates 56
SELECT timezone('UTC', order_date), order_date AT LOCAL, extract(timezone_hour FROM order_date) FROM orders

-- dates 57
SELECT isfinite(date '2024-01-01'), date '2024-01-01' < 'infinity', 'infinity'::timestamp, extract(julian FROM date '2024-01-01')

-- dates 58
SELECT min(created_at), max(created_at), max(created_at) - min(created_at), avg(extract(epoch FROM last_login - created_at)) / 86400 FROM users

-- dates 59
SELECT m.month_name, m.n FROM (VALUES ('Jan', 1), ('Feb', 2)) AS m(month_name, n) WHERE m.n = date_part('month', date '2024-02-01')

-- dates 60
SELECT date_trunc('hour', happened), date_trunc('minute', happened)::time FROM events

-- dates 61
SELECT sum(total_amount) FROM orders WHERE order_date >= (SELECT max(order_date) FROM orders) - interval '7 days'

-- dates 62
SELECT avg(n) FROM (SELECT count(*) AS n FROM orders GROUP BY date_trunc('day', order_date)) AS daily

-- dates 63
SELECT date_trunc('month', p.payment_date), p.payment_method, sum(p.amount) FROM payments p WHERE p.payment_status = 'completed' GROUP BY 1, 2

-- dates 64
SELECT make_interval(0, 0, 0, 5), make_interval(hours => 2), make_timestamptz(2024, 1, 1, 0, 0, 0)

-- dates 65
SELECT time_bucket FROM (SELECT date_bin('5 minutes', taken, 'epoch') AS time_bucket FROM measurements) x GROUP BY 1

-- dates 66
SELECT sum(total_amount) total, EXTRACT(MONTH FROM order_date) "month" FROM orders GROUP BY "month"

-- dates 67
SELECT year, sum(s) FROM (SELECT date_part('year', order_date) AS year, total_amount AS s FROM orders) t GROUP BY year

-- dates 68
SELECT name, type, date, time FROM (SELECT 'a' AS name, 'b' AS type, 'c' AS date, 'd' AS time) t

-- dates 69
SELECT extract(epoch FROM interval '1 day'), extract(hour FROM time '10:20'), extract(century FROM now())
