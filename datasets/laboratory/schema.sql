-- A testing laboratory: clients order tests of samples; technicians carry them out on instruments and report the results.
-- Plain SQL for PostgreSQL 13 and later; data.sql.gz fills it. All amounts are in euros.

CREATE TABLE sections (
    section_id   integer PRIMARY KEY,
    section_name text NOT NULL UNIQUE,
    building     text NOT NULL
);
COMMENT ON TABLE sections IS 'Parts of the laboratory';

CREATE TABLE technicians (
    tech_id       integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    grade         text NOT NULL CHECK (grade IN ('junior', 'senior', 'lead')),
    section_id    integer NOT NULL REFERENCES sections,
    supervisor_id integer REFERENCES technicians,
    hired_on      date NOT NULL,
    hourly_cost   numeric(6, 2) NOT NULL
);
COMMENT ON COLUMN technicians.supervisor_id IS 'Whom the technician answers to; NULL at the top';

CREATE TABLE clients (
    client_code  text PRIMARY KEY,
    client_name  text NOT NULL UNIQUE,
    sector       text NOT NULL,
    city         text NOT NULL,
    country      text NOT NULL,
    client_since date NOT NULL,
    credit_limit numeric(10, 2) NOT NULL
);
COMMENT ON COLUMN clients.sector IS 'food, water, environment, pharma or construction';

CREATE TABLE sample_types (
    type_id   integer PRIMARY KEY,
    type_name text NOT NULL UNIQUE,
    parent_id integer REFERENCES sample_types
);
COMMENT ON TABLE sample_types IS 'What is tested, as a tree: Water holds Drinking water and others';

CREATE TABLE methods (
    method_code     text PRIMARY KEY,
    title           text NOT NULL UNIQUE,
    section_id      integer NOT NULL REFERENCES sections,
    list_price      numeric(8, 2) NOT NULL,
    turnaround_days integer NOT NULL,
    accredited      boolean NOT NULL
);
COMMENT ON TABLE methods IS 'Procedures that the laboratory offers';
COMMENT ON COLUMN methods.turnaround_days IS 'Working days promised to the client';
COMMENT ON COLUMN methods.accredited IS 'Whether the method is within the scope of ISO 17025';

CREATE TABLE qualifications (
    tech_id      integer NOT NULL REFERENCES technicians,
    method_code  text NOT NULL REFERENCES methods,
    qualified_on date NOT NULL,
    PRIMARY KEY (tech_id, method_code)
);
COMMENT ON TABLE qualifications IS 'Which technician may run which method';

CREATE TABLE instruments (
    instrument_id  integer PRIMARY KEY,
    instrument_name text NOT NULL UNIQUE,
    maker          text NOT NULL,
    serial_no      text NOT NULL UNIQUE,
    section_id     integer NOT NULL REFERENCES sections,
    bought_on      date NOT NULL,
    purchase_price numeric(10, 2) NOT NULL,
    in_service     boolean NOT NULL
);

CREATE TABLE calibrations (
    instrument_id integer NOT NULL REFERENCES instruments,
    seq_no        integer NOT NULL,
    calibrated_on date NOT NULL,
    tech_id       integer REFERENCES technicians,
    deviation_pct numeric(5, 2) NOT NULL,
    passed        boolean NOT NULL,
    cost          numeric(8, 2) NOT NULL,
    PRIMARY KEY (instrument_id, seq_no)
);
COMMENT ON COLUMN calibrations.seq_no IS 'Counts the calibrations of one instrument from 1';
COMMENT ON COLUMN calibrations.tech_id IS 'Who did it; NULL when an outside service came';
COMMENT ON COLUMN calibrations.deviation_pct IS 'Deviation from the reference in percent';

CREATE TABLE orders (
    order_no     text PRIMARY KEY,
    client_code  text NOT NULL REFERENCES clients,
    placed_on    date NOT NULL,
    rush         boolean NOT NULL,
    status       text NOT NULL CHECK (status IN ('open', 'reported', 'cancelled')),
    discount_pct numeric(4, 1) NOT NULL DEFAULT 0
);
COMMENT ON TABLE orders IS 'What clients commission; one order covers one or more samples';
COMMENT ON COLUMN orders.rush IS 'Express treatment wanted';

CREATE TABLE samples (
    sample_id   integer PRIMARY KEY,
    order_no    text NOT NULL REFERENCES orders,
    type_id     integer NOT NULL REFERENCES sample_types,
    received_at timestamptz NOT NULL,
    received_by integer NOT NULL REFERENCES technicians,
    weight_g    numeric(8, 1) NOT NULL,
    storage     text NOT NULL CHECK (storage IN ('ambient', 'chilled', 'frozen')),
    disposed_on date
);
COMMENT ON COLUMN samples.disposed_on IS 'When the sample was thrown away; NULL while it is kept';

CREATE TABLE analytes (
    analyte_id   integer PRIMARY KEY,
    analyte_name text NOT NULL UNIQUE,
    unit         text NOT NULL
);
COMMENT ON TABLE analytes IS 'Substances and germs that are measured';

CREATE TABLE tests (
    test_id       integer PRIMARY KEY,
    sample_id     integer NOT NULL REFERENCES samples,
    method_code   text NOT NULL REFERENCES methods,
    tech_id       integer NOT NULL REFERENCES technicians,
    instrument_id integer REFERENCES instruments,
    requested_on  date NOT NULL,
    finished_at   timestamptz,
    status        text NOT NULL CHECK (status IN ('planned', 'running', 'done', 'cancelled')),
    fee           numeric(8, 2) NOT NULL
);
COMMENT ON TABLE tests IS 'One method applied to one sample';
COMMENT ON COLUMN tests.fee IS 'What the client is charged for the test';

CREATE TABLE results (
    test_id     integer NOT NULL REFERENCES tests,
    analyte_id  integer NOT NULL REFERENCES analytes,
    measured    numeric(12, 4) NOT NULL,
    legal_limit numeric(12, 4),
    verdict     text NOT NULL CHECK (verdict IN ('pass', 'fail', 'no limit')),
    PRIMARY KEY (test_id, analyte_id)
);
COMMENT ON COLUMN results.verdict IS 'fail when the value measured is above the legal limit';

CREATE TABLE reports (
    report_no text PRIMARY KEY,
    order_no  text NOT NULL REFERENCES orders,
    issued_on date NOT NULL,
    signed_by integer NOT NULL REFERENCES technicians,
    pages     integer NOT NULL,
    language  text NOT NULL
);
COMMENT ON TABLE reports IS 'Test reports sent to clients';
