CREATE FUNCTION pg_temp.pick(purpose text, n bigint, bound integer) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(purpose || ':' || n), 1, 7))::bit(28)::integer % bound) $$;
INSERT INTO office VALUES (1, 'Berlin', 'Germany'), (2, 'Vienna', 'Austria'), (3, 'Zurich', 'Switzerland'), (4, 'Lisbon', 'Portugal');
INSERT INTO department VALUES (10, 'Board', 1, 900000), (20, 'Engineering', 1, 1450000), (30, 'Data Science', 2, 620000), (40, 'Design', 1, 310000), (50, 'Sales', 3, 480000), (60, 'Finance', 1, 260000), (70, 'Legal', 3, 90000);
INSERT INTO employee
SELECT id, f, l, lower(f || '.' || l) || '@firm.example', title, d, m, s, b, h::date, x::date, c, w, r
FROM (VALUES
 (1, 'Helena', 'Brandt', 'CEO', 10, NULL, 210000, 45000, '2009-01-05', NULL, 'permanent', 40, false),
 (2, 'Viktor', 'Sandoval', 'CTO', 20, 1, 165000, 25000, '2011-04-01', NULL, 'permanent', 40, false),
 (3, 'Amara', 'Diallo', 'Head of Data', 30, 1, 142000, 18000, '2014-09-15', NULL, 'permanent', 40, true),
 (4, 'Klaus', 'Richter', 'Head of Sales', 50, 1, 138000, 30000, '2012-02-01', NULL, 'permanent', 40, false),
 (5, 'Sofia', 'Almeida', 'Head of Design', 40, 1, 112000, 9000, '2016-06-01', NULL, 'permanent', 38.5, true),
 (6, 'Bernd', 'Maurer', 'CFO', 60, 1, 155000, 20000, '2010-10-01', NULL, 'permanent', 40, false),
 (7, 'Lena', 'Hoffmann', 'Senior Developer', 20, 2, 88000, 6000, '2017-03-01', NULL, 'permanent', 40, true),
 (8, 'Marek', 'Kowalski', 'Senior Developer', 20, 2, 91000, 5500, '2015-08-17', NULL, 'permanent', 40, false),
 (9, 'Priya', 'Nair', 'Developer', 20, 7, 69000, 2500, '2020-01-13', NULL, 'permanent', 40, true),
 (10, 'Jakob', 'Steiner', 'Developer', 20, 7, 66000, NULL, '2022-05-02', NULL, 'permanent', 32, false),
 (11, 'Chloe', 'Garnier', 'Developer', 20, 8, 93500, 2000, '2019-11-04', NULL, 'permanent', 40, false),
 (12, 'Dario', 'Conti', 'Junior Developer', 20, 8, 51000, NULL, '2024-02-19', NULL, 'fixed_term', 40, false),
 (13, 'Yara', 'Haddad', 'Tester', 20, 2, 57500, 1000, '2021-07-01', NULL, 'permanent', 30, true),
 (14, 'Oskar', 'Lindqvist', 'Data Scientist', 30, 3, 83000, 4000, '2018-10-01', NULL, 'permanent', 40, true),
 (15, 'Mei', 'Chen', 'Data Scientist', 30, 3, 86500, 5000, '2019-02-11', NULL, 'permanent', 40, false),
 (16, 'Tobias', 'Fuchs', 'Data Engineer', 30, 3, 78000, 3000, '2021-01-04', NULL, 'permanent', 40, false),
 (17, 'Ines', 'Carvalho', 'Analyst', 30, 14, 55000, NULL, '2023-09-01', NULL, 'fixed_term', 40, true),
 (18, 'Nadia', 'Petrova', 'Designer', 40, 5, 62000, 1500, '2019-05-20', NULL, 'permanent', 40, true),
 (19, 'Felix', 'Baumann', 'Designer', 40, 5, 59500, NULL, '2022-08-15', '2025-03-31', 'permanent', 40, false),
 (20, 'Rui', 'Tavares', 'Illustrator', 40, 5, 48000, NULL, '2024-06-03', NULL, 'freelance', 20, true),
 (21, 'Greta', 'Wolf', 'Account Manager', 50, 4, 72000, 12000, '2016-01-18', NULL, 'permanent', 40, false),
 (22, 'Ivan', 'Horvat', 'Account Manager', 50, 4, 70500, 9500, '2018-04-03', '2024-10-15', 'permanent', 40, false),
 (23, 'Lara', 'Meier', 'Sales Assistant', 50, 21, 43500, 1200, '2023-02-06', NULL, 'permanent', 25, false),
 (24, 'Simon', 'Egger', 'Accountant', 60, 6, 61000, 1800, '2017-11-13', NULL, 'permanent', 40, false),
 (25, 'Petra', 'Novak', 'Accountant', 60, 6, 58500, NULL, '2022-03-21', NULL, 'permanent', 35, true),
 (26, 'Hugo', 'Blanc', 'Intern', NULL, 7, 21000, NULL, '2025-04-01', NULL, 'fixed_term', 35, false)
) v (id, f, l, title, d, m, s, b, h, x, c, w, r);
INSERT INTO client VALUES (1, 'Alpenbank', 'Banking', '2012-05-01'), (2, 'Nordwind Energy', 'Energy', '2015-09-10'), (3, 'Medivita', 'Healthcare', '2018-01-20'), (4, 'Cargoline', 'Logistics', '2019-11-05'), (5, 'Stadtwerke Linz', 'Energy', '2021-03-15'), (6, 'Toyland', 'Retail', '2024-08-01');
INSERT INTO project VALUES
 ('ALP-01', 'Online Banking Relaunch', 1, 7, '2023-02-01', '2024-06-30', 740000, 'finished', true),
 ('ALP-02', 'Fraud Detection', 1, 3, '2024-09-01', NULL, 520000, 'running', true),
 ('NWE-01', 'Smart Meter Portal', 2, 8, '2024-01-15', NULL, 610000, 'running', true),
 ('NWE-02', 'Wind Forecast', 2, 14, '2025-02-01', NULL, 280000, 'on_hold', true),
 ('MED-01', 'Patient App', 3, 5, '2024-04-01', '2025-03-31', 395000, 'finished', true),
 ('CAR-01', 'Route Planner', 4, 2, '2025-01-07', NULL, 450000, 'running', true),
 ('CAR-02', 'Warehouse Robots', 4, 2, '2024-11-01', '2025-01-31', 150000, 'abandoned', true),
 ('LIN-01', 'Billing Migration', 5, 8, '2025-03-01', NULL, 330000, 'running', true),
 ('INT-01', 'Intranet', NULL, 18, '2024-05-01', NULL, 60000, 'running', false),
 ('INT-02', 'Recruiting Portal', NULL, 9, '2025-06-01', NULL, 45000, 'proposed', false);
INSERT INTO project_member
SELECT p.project_code, e.emp_id,
       CASE WHEN e.emp_id = p.lead_id THEN 'lead' WHEN e.dept_id = 40 THEN 'designer' WHEN e.dept_id = 30 THEN 'analyst' WHEN e.job_title = 'Tester' THEN 'tester' ELSE 'developer' END,
       CASE WHEN p.billable THEN 640 + 20 * pg_temp.pick('rate' || p.project_code, e.emp_id, 25) ELSE 400 END, p.start_date + pg_temp.pick('joined' || p.project_code, e.emp_id, 60)
FROM project p JOIN employee e ON e.dept_id IN (20, 30, 40) OR e.emp_id = p.lead_id
WHERE (e.emp_id = p.lead_id OR pg_temp.pick('member' || p.project_code, e.emp_id, 100) < 42) AND p.state <> 'proposed' AND e.emp_id <> 20 AND e.hire_date < p.start_date + 90 OR (p.state = 'proposed' AND e.emp_id = p.lead_id);
INSERT INTO timesheet
SELECT row_number() OVER (ORDER BY d, m.project_code, m.emp_id), m.emp_id, m.project_code, d::date, 1 + 0.5 * pg_temp.pick('hours' || m.project_code, m.emp_id * 10000 + (d::date - date '2024-01-01'), 14),
       d < '2025-06-16' OR pg_temp.pick('ok' || m.project_code, m.emp_id, 3) = 0, CASE WHEN pg_temp.pick('note' || m.project_code, m.emp_id * 1000 + (d::date - date '2024-01-01'), 8) = 0 THEN (ARRAY['On site', 'Workshop', 'Bug fixing'])[1 + pg_temp.pick('n', m.emp_id + (d::date - date '2024-01-01'), 3)] END
FROM project_member m JOIN project p USING (project_code) JOIN employee e USING (emp_id)
CROSS JOIN generate_series(timestamp '2024-10-01', '2025-06-30', '1 day') d
WHERE extract(isodow FROM d) < 6 AND d >= m.joined_on AND d <= coalesce(p.end_date, '2025-06-30') AND d <= coalesce(e.leaving_date, '2025-06-30') AND p.state <> 'proposed'
  AND pg_temp.pick('works' || m.project_code, m.emp_id * 10000 + (d::date - date '2024-01-01'), 100) < 7;
INSERT INTO absence
SELECT row_number() OVER (ORDER BY s, e.emp_id), e.emp_id, k, s, s + days + 1, days
FROM employee e CROSS JOIN generate_series(1, 4) n,
LATERAL (SELECT date '2024-07-01' + pg_temp.pick('absent', e.emp_id * 10 + n, 360) AS s, (ARRAY ['vacation', 'vacation', 'sick', 'sick', 'training'])[1 + pg_temp.pick('why', e.emp_id * 10 + n, 5)] AS k, 1 + pg_temp.pick('days', e.emp_id * 10 + n, 9) AS days) x
WHERE pg_temp.pick('away', e.emp_id * 10 + n, 10) < 6 AND e.emp_id NOT IN (1, 26) AND s > e.hire_date AND s < coalesce(e.leaving_date, '2026-01-01');
INSERT INTO absence VALUES (900, 15, 'parental', '2025-02-03', '2025-05-30', 80);
DROP FUNCTION pg_temp.pick(text, bigint, integer);
