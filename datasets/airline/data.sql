CREATE FUNCTION pg_temp.pick(purpose text, n bigint, bound integer) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(purpose || ':' || n), 1, 7))::bit(28)::integer % bound) $$;

INSERT INTO airports VALUES
    ('HAM', 'Hamburg Airport', 'Hamburg', 'Germany', 2, 16, '1911-01-10'),
    ('MUC', 'Munich Airport', 'Munich', 'Germany', 2, 453, '1992-05-17'),
    ('LHR', 'London Heathrow', 'London', 'United Kingdom', 2, 25, '1946-03-25'),
    ('LGW', 'London Gatwick', 'London', 'United Kingdom', 1, 62, '1958-06-09'),
    ('CDG', 'Paris Charles de Gaulle', 'Paris', 'France', 4, 119, '1974-03-08'),
    ('MAD', 'Madrid Barajas', 'Madrid', 'Spain', 4, 610, '1931-04-22'),
    ('OSL', 'Oslo Gardermoen', 'Oslo', 'Norway', 2, 208, '1998-10-08'),
    ('JFK', 'John F. Kennedy', 'New York', 'United States', 4, 4, '1948-07-01'),
    ('FAE', 'Vagar Airport', 'Sorvagur', 'Faroe Islands', 1, 85, NULL);
INSERT INTO carriers VALUES
    ('NA', 'Nordair', 'OSL', false, 1958), ('BJ', 'Bluejet', 'LGW', true, 1999),
    ('IX', 'Iberix', 'MAD', false, 1931), ('HW', 'Hansewings', 'HAM', true, 2008), ('PX', 'Polar Express Air', 'FAE', false, 2024);
INSERT INTO aircraft_models VALUES
    ('A320', 'Airbus', 'A320neo', 180, 6300), ('A359', 'Airbus', 'A350-900', 315, 15000),
    ('B738', 'Boeing', '737-800', 186, 5400), ('B789', 'Boeing', '787-9', 294, 14000), ('E195', 'Embraer', 'E195-E2', 136, 4800);
INSERT INTO aircraft VALUES
    ('LN-NAA', 'A320', 'NA', '2017-03-14', false), ('LN-NAB', 'A359', 'NA', '2020-06-02', false), ('LN-NAC', 'E195', 'NA', '2014-11-20', true),
    ('G-BJAA', 'A320', 'BJ', '2016-01-30', false), ('G-BJAB', 'B738', 'BJ', '2012-08-09', false), ('G-BJAC', 'A320', 'BJ', '2023-04-18', false),
    ('EC-IXA', 'B789', 'IX', '2019-09-01', false), ('EC-IXB', 'B738', 'IX', '2015-05-05', false),
    ('D-AHWA', 'E195', 'HW', '2021-02-22', false), ('D-AHWB', 'A320', 'HW', '2011-07-12', true);
INSERT INTO flights
SELECT n, c || (100 + pick % 40), c,
       CASE WHEN n % 23 <> 0 THEN (CASE c WHEN 'NA' THEN ARRAY ['LN-NAA', 'LN-NAB'] WHEN 'BJ' THEN ARRAY ['G-BJAA', 'G-BJAB'] WHEN 'IX' THEN ARRAY ['EC-IXA', 'EC-IXB'] ELSE ARRAY ['D-AHWA', 'D-AHWA'] END)[1 + n % 2] END,
       o, d, t, t + m * interval '1 minute', m, CASE WHEN s = 'delayed' THEN 25 + pick % 140 WHEN s = 'landed' AND pick % 4 = 0 THEN 5 + pick % 50 ELSE 0 END, s::flight_status
FROM (
    SELECT n, c, o, d, pick, timestamp '2025-01-03' + (n * 2 + pg_temp.pick('day', n, 3)) * interval '1 day' + (300 + pg_temp.pick('minute', n, 1000)) * interval '1 minute' AS t,
           CASE WHEN 'JFK' IN (o, d) THEN 430 + pg_temp.pick('m', n, 60) ELSE 70 + pg_temp.pick('m', n, 110) END AS m,
           CASE WHEN n > 174 THEN 'scheduled' WHEN n = 174 THEN 'boarding' WHEN n = 173 THEN 'departed' WHEN pick % 13 = 0 THEN 'cancelled' WHEN pick % 11 = 0 THEN 'delayed' WHEN pick % 59 = 0 THEN 'diverted' ELSE 'landed' END AS s
    FROM (
        SELECT n, pg_temp.pick('flight', n, 10000) AS pick,
               (ARRAY ['NA', 'NA', 'BJ', 'BJ', 'BJ', 'BJ', 'IX', 'IX', 'HW'])[1 + pg_temp.pick('carrier', n, 9)] AS c,
               (ARRAY ['HAM', 'HAM', 'MUC', 'LHR', 'LHR', 'LGW', 'CDG', 'MAD', 'OSL', 'JFK'])[1 + pg_temp.pick('from', n, 10)] AS o,
               (ARRAY ['HAM', 'HAM', 'MUC', 'LHR', 'LHR', 'LGW', 'CDG', 'MAD', 'OSL', 'JFK'])[1 + (pg_temp.pick('from', n, 10) + 2 + pg_temp.pick('to', n, 6)) % 10] AS d
        FROM generate_series(1, 180) n
    ) a
) b WHERE o <> d;
INSERT INTO passengers (full_name, nationality, birth_date, email, frequent)
SELECT f || ' ' || l, nat, date '1948-02-03' + (n * 731 + pg_temp.pick('born', n, 600))::integer, CASE WHEN n % 7 <> 3 THEN lower(f || '.' || l) || '@mail.example' END, n % 4 = 1
FROM (SELECT row_number() OVER () AS n, f, l, nat FROM (VALUES
    ('Ingrid', 'Hansen', 'Norwegian'), ('Olaf', 'Berg', 'Norwegian'), ('Carlos', 'Ruiz', 'Spanish'), ('Lucia', 'Navarro', 'Spanish'), ('Pablo', 'Ortega', 'Spanish'),
    ('Emma', 'Clarke', 'British'), ('Harry', 'Webb', 'British'), ('Amelia', 'Stone', 'British'), ('George', 'Finch', 'British'),
    ('Claire', 'Dubois', 'French'), ('Louis', 'Moreau', 'French'), ('Greta', 'Vogel', 'German'), ('Jonas', 'Keller', 'German'), ('Frieda', 'Lang', 'German'), ('Kurt', 'Sommer', 'German'), ('Heike', 'Brandt', 'German'),
    ('Tyler', 'Brooks', 'American'), ('Megan', 'Cole', 'American'), ('Aiko', 'Mori', 'Japanese'), ('Ravi', 'Patel', 'Indian')) v (f, l, nat)) p;
INSERT INTO tickets
SELECT 2200000000000 + row_number() OVER (ORDER BY flight_id, p), p, flight_id, cabin,
       round((CASE WHEN duration_min > 300 THEN 420 ELSE 89 END + pg_temp.pick('fare', flight_id * 100 + p, 160)) * CASE cabin WHEN 'economy' THEN 1 WHEN 'premium' THEN 1.6 WHEN 'business' THEN 2.8 ELSE 4.5 END, 2),
       CASE WHEN cabin = 'first' THEN 2 ELSE pg_temp.pick('bags', flight_id * 100 + p, 3) END, departs_at::date - (2 + pg_temp.pick('ahead', flight_id * 100 + p, 70)),
       status IN ('departed', 'landed', 'delayed', 'diverted') AND pg_temp.pick('shown', flight_id * 100 + p, 15) > 0,
       CASE WHEN status <> 'scheduled' THEN (1 + pg_temp.pick('row', flight_id * 100 + p, 30)) || substr('ABCDEF', 1 + pg_temp.pick('seat', flight_id * 100 + p, 6), 1) END
FROM (SELECT f.*, p, (ARRAY ['economy', 'economy', 'economy', 'economy', 'economy', 'premium', 'premium', 'business', 'business', 'first'])[1 + pg_temp.pick('cabin', flight_id * 100 + p, 10)] AS cabin
      FROM flights f CROSS JOIN generate_series(1, 19) p WHERE pg_temp.pick('goes', flight_id * 100 + p, 100) < 6 + p % 9 * 2) x;
INSERT INTO crew_members VALUES
    (1, 'Astrid', 'Lund', 'NA', 'captain', '2003-05-01'), (2, 'Nils', 'Dahl', 'NA', 'first officer', '2016-09-15'), (3, 'Sara', 'Holm', 'NA', 'flight attendant', '2019-03-01'),
    (4, 'Peter', 'Gray', 'BJ', 'captain', '2005-02-11'), (5, 'Nora', 'Kelly', 'BJ', 'captain', '2012-10-01'), (6, 'Tom', 'Price', 'BJ', 'first officer', '2021-06-01'), (7, 'Ella', 'Reed', 'BJ', 'purser', '2010-04-01'), (8, 'Max', 'Dunn', 'BJ', 'flight attendant', '2023-01-09'),
    (9, 'Javier', 'Soto', 'IX', 'captain', '1999-11-01'), (10, 'Elena', 'Vidal', 'IX', 'first officer', '2018-07-01'), (11, 'Rosa', 'Gil', 'IX', 'flight attendant', '2015-05-20'),
    (12, 'Hanna', 'Petersen', 'HW', 'captain', '2009-08-01'), (13, 'Finn', 'Jansen', 'HW', 'first officer', '2022-02-01'), (14, 'Mila', 'Krause', 'HW', 'flight attendant', '2024-12-01');
INSERT INTO flight_crew
SELECT f.flight_id, c.crew_id FROM flights f JOIN crew_members c ON c.carrier_code = f.carrier_code
WHERE pg_temp.pick('duty', f.flight_id * 100 + c.crew_id, 10) < 6 AND c.crew_id <> 14;
DROP FUNCTION pg_temp.pick(text, bigint, integer);
