-- A consultancy: employees of departments work on projects for clients and record their hours.
-- Plain SQL for PostgreSQL 13 and later. Creates everything in the current schema. All amounts are in euros.

CREATE TABLE office (
    office_id integer PRIMARY KEY,
    city      text NOT NULL UNIQUE,
    country   text NOT NULL
);

CREATE TABLE department (
    dept_id   integer PRIMARY KEY,
    dept_name text NOT NULL UNIQUE,
    office_id integer NOT NULL REFERENCES office (office_id),
    budget    numeric(12, 2) NOT NULL
);
COMMENT ON COLUMN department.budget IS 'Yearly budget';

CREATE TABLE employee (
    emp_id        integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    work_email    text NOT NULL UNIQUE,
    job_title     text NOT NULL,
    dept_id       integer REFERENCES department (dept_id),
    manager_id    integer REFERENCES employee (emp_id),
    salary        numeric(10, 2) NOT NULL,
    bonus         numeric(10, 2),
    hire_date     date NOT NULL,
    leaving_date  date,
    contract_type text NOT NULL CHECK (contract_type IN ('permanent', 'fixed_term', 'freelance')),
    weekly_hours  numeric(4, 1) NOT NULL,
    remote        boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE employee IS 'Staff, those who left included';
COMMENT ON COLUMN employee.manager_id IS 'Direct manager; NULL for the head of the company';
COMMENT ON COLUMN employee.salary IS 'Yearly gross salary';
COMMENT ON COLUMN employee.bonus IS 'Last yearly bonus; NULL when none';
COMMENT ON COLUMN employee.leaving_date IS 'Last working day; NULL while employed';
COMMENT ON COLUMN employee.remote IS 'True when the employee works from home';

CREATE TABLE client (
    client_id   integer PRIMARY KEY,
    client_name text NOT NULL UNIQUE,
    industry    text NOT NULL,
    since       date NOT NULL
);

CREATE TABLE project (
    project_code text PRIMARY KEY,
    title        text NOT NULL UNIQUE,
    client_id    integer REFERENCES client (client_id),
    lead_id      integer NOT NULL REFERENCES employee (emp_id),
    start_date   date NOT NULL,
    end_date     date,
    budget       numeric(12, 2) NOT NULL,
    state        text NOT NULL CHECK (state IN ('proposed', 'running', 'on_hold', 'finished', 'abandoned')),
    billable     boolean NOT NULL
);
COMMENT ON COLUMN project.client_id IS 'NULL for internal projects';
COMMENT ON COLUMN project.lead_id IS 'Project lead';

CREATE TABLE project_member (
    project_code text NOT NULL REFERENCES project (project_code),
    emp_id       integer NOT NULL REFERENCES employee (emp_id),
    role         text NOT NULL,
    daily_rate   numeric(7, 2) NOT NULL,
    joined_on    date NOT NULL,
    PRIMARY KEY (project_code, emp_id)
);
COMMENT ON TABLE project_member IS 'Who works on which project';

CREATE TABLE timesheet (
    entry_id     integer PRIMARY KEY,
    emp_id       integer NOT NULL REFERENCES employee (emp_id),
    project_code text NOT NULL REFERENCES project (project_code),
    work_date    date NOT NULL,
    hours        numeric(4, 2) NOT NULL CHECK (hours > 0 AND hours <= 12),
    approved     boolean NOT NULL,
    note         text
);

CREATE TABLE absence (
    absence_id integer PRIMARY KEY,
    emp_id     integer NOT NULL REFERENCES employee (emp_id),
    kind       text NOT NULL CHECK (kind IN ('vacation', 'sick', 'parental', 'training')),
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    days       integer NOT NULL
);
COMMENT ON COLUMN absence.days IS 'Working days absent';
