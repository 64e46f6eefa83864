-- Fills the clinic. Needs schema.sql, PostgreSQL 13 or later and one session; empties the tables first, so it can be run
-- again. Nothing is random and no date moves: every choice follows from md5, so each load gives the same rows. Visits
-- fill the years 2024 and 2025.

DELETE FROM invoice;
DELETE FROM rx;
DELETE FROM visit_dx;
DELETE FROM visit;
DELETE FROM person;
DELETE FROM physician;
DELETE FROM drug;
DELETE FROM dx;
DELETE FROM insurer;
DELETE FROM dept;

-- A fixed but scattered whole number from 0 to bound - 1.
CREATE FUNCTION pg_temp.pick(purpose text, n bigint, bound integer) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(purpose || ':' || n), 1, 7))::bit(28)::integer % bound) $$;

INSERT INTO dept (dept_no, name, parent_no, floor_no, bed_qty) VALUES
    (10, 'Internal Medicine', NULL, 1, 40),
    (11, 'Cardiology', 10, 2, 24),
    (12, 'Pulmonology', 10, 2, 18),
    (13, 'Gastroenterology', 10, 3, 16),
    (20, 'Surgery', NULL, 3, 36),
    (21, 'Orthopedics', 20, 4, 28),
    (22, 'Vascular Surgery', 20, 4, 12),
    (30, 'Pediatrics', NULL, 1, 22),
    (40, 'Dermatology', NULL, 5, 6),
    (50, 'Neurology', NULL, 5, 20),
    (60, 'Emergency Room', NULL, 0, 14),
    (70, 'Radiology', NULL, 0, 0),
    (80, 'Pharmacy', NULL, 0, 0);

INSERT INTO insurer (ins_cd, name, statutory, cover_pct) VALUES
    ('AOK', 'Alpina Health Fund', true, 80),
    ('BKS', 'Baltic Sickness Fund', true, 75),
    ('CMU', 'Cityline Mutual', true, 85),
    ('PRV', 'Privata Premium', false, 100),
    ('SEC', 'Securis Life', false, 90),
    ('ZEN', 'Zenith Care', false, 60);

INSERT INTO physician (phys_id, given_name, surname, dept_no, mentor_id, hired_on, on_leave, fee) VALUES
    (101, 'Helena', 'Vogt', 10, NULL, '2009-03-01', false, 95.00),
    (102, 'Marco', 'Conti', 11, NULL, '2011-09-15', false, 140.00),
    (103, 'Aisha', 'Rahman', 12, NULL, '2013-01-07', false, 120.00),
    (104, 'Peter', 'Lindqvist', 13, 101, '2018-05-02', true, 115.00),
    (105, 'Grace', 'Okafor', 20, NULL, '2010-11-22', false, 180.00),
    (106, 'Tomasz', 'Nowak', 21, 105, '2016-08-01', false, 150.00),
    (107, 'Ingrid', 'Larsen', 22, 105, '2019-02-11', false, 165.00),
    (108, 'Samuel', 'Mbeki', 30, NULL, '2014-06-30', false, 85.00),
    (109, 'Clara', 'Dubois', 40, NULL, '2012-04-16', false, 110.00),
    (110, 'Hiro', 'Nakamura', 50, NULL, '2015-10-05', false, 135.00),
    (111, 'Elif', 'Demir', 60, 101, '2021-01-18', false, 75.00),
    (112, 'Jonas', 'Berg', 60, 101, '2022-07-04', false, 70.00),
    (113, 'Lucia', 'Moreno', 11, 102, '2020-03-09', false, 125.00),
    (114, 'Nadia', 'Petrova', 30, 108, '2023-04-03', true, 80.00),
    (115, 'Oscar', 'Klein', 50, 110, '2024-09-02', false, 105.00),
    (116, 'Ruth', 'Adeyemi', 70, NULL, '2017-12-01', false, 160.00);

INSERT INTO dx (dx_cd, descr, chronic) VALUES
    ('I10', 'Hypertension', true), ('I20', 'Angina pectoris', true), ('I48', 'Atrial fibrillation', true),
    ('J06', 'Common cold', false), ('J18', 'Pneumonia', false), ('J45', 'Asthma', true),
    ('K21', 'Reflux disease', true), ('K29', 'Gastritis', false), ('S52', 'Broken forearm', false),
    ('S83', 'Knee ligament tear', false), ('M54', 'Back pain', false), ('L20', 'Eczema', true),
    ('L50', 'Hives', false), ('G43', 'Migraine', true), ('G40', 'Epilepsy', true),
    ('E11', 'Type 2 diabetes', true), ('N30', 'Bladder infection', false), ('H66', 'Ear infection', false),
    ('T78', 'Food allergy', true), ('R51', 'Headache', false);

INSERT INTO drug (drug_cd, name, form, unit_price, rx_only) VALUES
    ('IBU400', 'Ibuprofen 400', 'tablet', 6.40, false),
    ('PAR500', 'Paracetamol 500', 'tablet', 3.95, false),
    ('AMX500', 'Amoxicillin 500', 'tablet', 14.20, true),
    ('SALB', 'Salbutamol', 'inhaler', 19.80, true),
    ('BUDES', 'Budesonide', 'inhaler', 34.50, true),
    ('METOP', 'Metoprolol', 'tablet', 11.75, true),
    ('APIX', 'Apixaban', 'tablet', 89.90, true),
    ('PANTO', 'Pantoprazole', 'tablet', 12.60, true),
    ('METF', 'Metformin', 'tablet', 9.30, true),
    ('INSUL', 'Insulin glargine', 'injection', 74.00, true),
    ('HYDRO', 'Hydrocortisone', 'ointment', 8.70, false),
    ('CETIR', 'Cetirizine', 'tablet', 5.55, false),
    ('SUMA', 'Sumatriptan', 'tablet', 27.40, true),
    ('COUGH', 'Ivy Cough Syrup', 'syrup', 7.85, false),
    ('ADREN', 'Adrenaline Pen', 'injection', 62.30, true);

INSERT INTO person (pid, given_name, surname, dob, sex_cd, city, email, ins_cd, registered_on)
SELECT 1000 + n, given_name, surname,
       date '1934-02-11' + pg_temp.pick('born', n, 31400),
       CASE WHEN g <= 13 THEN 'F' ELSE 'M' END,
       (ARRAY ['Hamburg', 'Hamburg', 'Hamburg', 'Lübeck', 'Lübeck', 'Kiel', 'Bremen', 'Rostock'])[1 + pg_temp.pick('city', n, 8)],
       CASE WHEN pg_temp.pick('mail', n, 7) > 0
            THEN lower(translate(given_name || '.' || surname, 'éüö', 'euo')) || n || '@mail.example' END,
       (ARRAY ['AOK', 'AOK', 'AOK', 'BKS', 'BKS', 'CMU', 'CMU', 'PRV', 'SEC', NULL])[1 + pg_temp.pick('insurer', n, 10)],
       date '2023-01-09' + pg_temp.pick('registered', n, 700)
FROM (
    SELECT n, g, (ARRAY ['Anna', 'Beate', 'Carla', 'Dora', 'Eva', 'Frieda', 'Greta', 'Hanna', 'Inga', 'Julia', 'Katja', 'Lena',
                         'Merle', 'Nils', 'Otto', 'Paul', 'Rolf', 'Sven', 'Tim', 'Uwe', 'Viktor', 'Willi', 'Xaver', 'Yusuf'])[g] AS given_name,
           (ARRAY ['Albers', 'Brandt', 'Claussen', 'Dietz', 'Ehlers', 'Fock', 'Gerdes', 'Hinrichs', 'Iversen', 'Jansen'])
               [1 + (n / 24 * 3 + n) % 10] AS surname
    FROM (SELECT n, 1 + n % 24 AS g FROM generate_series(0, 119) AS n) AS numbered
) AS named;

INSERT INTO visit (visit_id, pid, phys_id, started_at, state, triage_lvl, dur_min, remark)
SELECT visit_id, pid, phys_id, started_at, state::visit_state,
       CASE WHEN phys_id IN (111, 112) THEN 1 + pg_temp.pick('triage', visit_id, 5) END,
       CASE WHEN state = 'closed' THEN 10 + pg_temp.pick('minutes', visit_id, 12) * 5 END,
       CASE pg_temp.pick('remark', visit_id, 12) WHEN 0 THEN 'Needs an interpreter' WHEN 1 THEN 'Came without a referral' END
FROM (
    SELECT 5000 + n AS visit_id,
           -- A fifth of the patients comes for half of the visits; the last ten never come.
           1000 + CASE WHEN pg_temp.pick('regular', n, 2) = 0 THEN pg_temp.pick('who', n, 22) ELSE pg_temp.pick('who', n, 110) END AS pid,
           (ARRAY [101, 101, 102, 102, 103, 104, 105, 106, 106, 107, 108, 108, 109, 109, 110, 111, 111, 111, 112, 112, 113, 115])
               [1 + pg_temp.pick('physician', n, 22)] AS phys_id,
           timestamp '2024-01-02 08:00' + (n * 580 / 440 + n * n * 150 / (440 * 440)) * interval '1 day' + pg_temp.pick('time', n, 40) * interval '15 minutes' AS started_at,
           CASE WHEN pg_temp.pick('state', n, 100) < 9 THEN 'cancelled'
                WHEN n > 425 THEN 'planned'
                WHEN n > 415 THEN 'open'
                ELSE 'closed' END AS state
    FROM generate_series(0, 438) AS n
) AS v;

INSERT INTO visit_dx (visit_id, dx_cd, main)
SELECT visit_id, dx_cd, k = 1
FROM (
    SELECT v.visit_id, k, d.dx_cd,
           row_number() OVER (PARTITION BY v.visit_id, d.dx_cd ORDER BY k) AS seen
    FROM visit v
    CROSS JOIN generate_series(1, 2) AS k
    JOIN (SELECT dx_cd, row_number() OVER (ORDER BY dx_cd) - 1 AS place FROM dx WHERE dx_cd <> 'G40') AS d
      ON d.place = (CASE pg_temp.pick('dx group', v.visit_id * 10 + k, 3)
                        WHEN 0 THEN pg_temp.pick('dx', v.visit_id * 10 + k, 6)
                        ELSE pg_temp.pick('dx', v.visit_id * 10 + k, 19) END)
    WHERE v.state = 'closed' AND (k = 1 OR pg_temp.pick('second dx', v.visit_id, 4) = 0)
) AS chosen
WHERE seen = 1;

INSERT INTO rx (rx_id, visit_id, drug_cd, qty, issued_on)
SELECT row_number() OVER (ORDER BY v.visit_id, k), v.visit_id, d.drug_cd, 1 + pg_temp.pick('packs', v.visit_id * 10 + k, 3), v.started_at::date
FROM visit v
CROSS JOIN generate_series(1, 2) AS k
JOIN (SELECT drug_cd, row_number() OVER (ORDER BY drug_cd) - 1 AS place FROM drug WHERE drug_cd <> 'ADREN') AS d
  ON d.place = ((pg_temp.pick('drug', v.visit_id, 14) * pg_temp.pick('drug again', v.visit_id, 14) / 9 + (k - 1) * 5) % 14)
WHERE v.state = 'closed' AND pg_temp.pick('prescribed', v.visit_id * 10 + k, 10) < CASE k WHEN 1 THEN 6 ELSE 2 END;

INSERT INTO invoice (inv_no, visit_id, issued_on, paid_on, amt, ins_amt)
SELECT 700000 + visit_id, visit_id, issued_on,
       CASE WHEN pg_temp.pick('unpaid', visit_id, 8) > 0 THEN issued_on + 3 + pg_temp.pick('paid', visit_id, 45) END,
       amt, round(amt * cover_pct / 100, 2)
FROM (
    SELECT v.visit_id, v.started_at::date + 1 + pg_temp.pick('billed', v.visit_id, 14) AS issued_on,
           round(p.fee * (1 + v.dur_min / 60.0), 2) AS amt, coalesce(i.cover_pct, 0) AS cover_pct
    FROM visit v
    JOIN physician p ON p.phys_id = v.phys_id
    JOIN person c ON c.pid = v.pid
    LEFT JOIN insurer i ON i.ins_cd = c.ins_cd
    WHERE v.state = 'closed' AND v.visit_id % 25 <> 0
) AS billed;

DROP FUNCTION pg_temp.pick(text, bigint, integer);
