-- A clinic: people visit physicians of departments, get diagnoses and prescriptions, and are billed, partly to insurers.
-- Plain SQL for PostgreSQL 13 and later. Creates everything in the current schema and holds no data; data.sql fills it.
-- Unlike the sample shop in every habit: singular and shortened names, codes as keys, small numbers as ids, a bridge with
-- a composite key, an enumeration, times without a zone, few comments. All amounts are in euros.

CREATE TYPE visit_state AS ENUM ('planned', 'open', 'closed', 'cancelled');

CREATE TABLE dept (
    dept_no   smallint PRIMARY KEY,
    name      varchar(40) NOT NULL UNIQUE,
    parent_no smallint REFERENCES dept (dept_no),
    floor_no  smallint NOT NULL,
    bed_qty   smallint NOT NULL CHECK (bed_qty >= 0)
);
COMMENT ON TABLE dept IS 'Departments; some are units of a larger one';
COMMENT ON COLUMN dept.parent_no IS 'Department this one is a unit of; NULL when it stands alone';
COMMENT ON COLUMN dept.bed_qty IS 'Number of beds';

CREATE TABLE physician (
    phys_id    smallint PRIMARY KEY,
    given_name varchar(30) NOT NULL,
    surname    varchar(30) NOT NULL,
    dept_no    smallint NOT NULL REFERENCES dept (dept_no),
    mentor_id  smallint REFERENCES physician (phys_id),
    hired_on   date NOT NULL,
    on_leave   boolean NOT NULL DEFAULT false,
    fee        numeric(6, 2) NOT NULL CHECK (fee > 0),
    UNIQUE (given_name, surname)
);
COMMENT ON TABLE physician IS 'Physicians employed by the clinic';
COMMENT ON COLUMN physician.mentor_id IS 'Senior physician who guides this one; NULL for seniors';
COMMENT ON COLUMN physician.fee IS 'What one visit costs, in euros';

CREATE TABLE insurer (
    ins_cd    char(3) PRIMARY KEY,
    name      varchar(40) NOT NULL UNIQUE,
    statutory boolean NOT NULL,
    cover_pct smallint NOT NULL CHECK (cover_pct BETWEEN 0 AND 100)
);
COMMENT ON COLUMN insurer.statutory IS 'True for public insurance, false for private';
COMMENT ON COLUMN insurer.cover_pct IS 'Percentage of an invoice the insurer pays';

CREATE TABLE person (
    pid           integer PRIMARY KEY,
    given_name    varchar(30) NOT NULL,
    surname       varchar(30) NOT NULL,
    dob           date NOT NULL,
    sex_cd        char(1) NOT NULL CHECK (sex_cd IN ('F', 'M')),
    city          varchar(30) NOT NULL,
    email         varchar(80) UNIQUE,
    ins_cd        char(3) REFERENCES insurer (ins_cd),
    registered_on date NOT NULL
);
COMMENT ON TABLE person IS 'Patients';
COMMENT ON COLUMN person.dob IS 'Date of birth';
COMMENT ON COLUMN person.sex_cd IS 'F female, M male';
COMMENT ON COLUMN person.ins_cd IS 'Insurer; NULL when the patient pays alone';

CREATE TABLE visit (
    visit_id   integer PRIMARY KEY,
    pid        integer NOT NULL REFERENCES person (pid),
    phys_id    smallint NOT NULL REFERENCES physician (phys_id),
    started_at timestamp NOT NULL,
    state      visit_state NOT NULL,
    triage_lvl smallint CHECK (triage_lvl BETWEEN 1 AND 5),
    dur_min    smallint CHECK (dur_min > 0),
    remark     text,
    CHECK ((state = 'closed') = (dur_min IS NOT NULL))
);
COMMENT ON COLUMN visit.started_at IS 'When the visit began or is to begin, local time';
COMMENT ON COLUMN visit.triage_lvl IS 'Urgency from 1 (at once) to 5 (can wait); NULL when not an emergency';
COMMENT ON COLUMN visit.dur_min IS 'Duration in minutes; NULL unless closed';

CREATE TABLE dx (
    dx_cd   varchar(6) PRIMARY KEY,
    descr   varchar(60) NOT NULL UNIQUE,
    chronic boolean NOT NULL
);
COMMENT ON TABLE dx IS 'Diagnoses, with a code each';
COMMENT ON COLUMN dx.descr IS 'What the diagnosis is called';

CREATE TABLE visit_dx (
    visit_id integer NOT NULL REFERENCES visit (visit_id),
    dx_cd    varchar(6) NOT NULL REFERENCES dx (dx_cd),
    main     boolean NOT NULL,
    PRIMARY KEY (visit_id, dx_cd)
);
COMMENT ON TABLE visit_dx IS 'Diagnoses made in visits';
COMMENT ON COLUMN visit_dx.main IS 'True for the diagnosis that led to the visit';

CREATE TABLE drug (
    drug_cd    varchar(8) PRIMARY KEY,
    name       varchar(40) NOT NULL UNIQUE,
    form       varchar(12) NOT NULL CHECK (form IN ('tablet', 'syrup', 'inhaler', 'ointment', 'injection')),
    unit_price numeric(7, 2) NOT NULL CHECK (unit_price > 0),
    rx_only    boolean NOT NULL
);
COMMENT ON TABLE drug IS 'Medicines that can be prescribed';
COMMENT ON COLUMN drug.unit_price IS 'Price of one pack in euros';
COMMENT ON COLUMN drug.rx_only IS 'True when sold on prescription only';

CREATE TABLE rx (
    rx_id     integer PRIMARY KEY,
    visit_id  integer NOT NULL REFERENCES visit (visit_id),
    drug_cd   varchar(8) NOT NULL REFERENCES drug (drug_cd),
    qty       smallint NOT NULL CHECK (qty > 0),
    issued_on date NOT NULL
);
COMMENT ON TABLE rx IS 'Prescriptions written in visits';
COMMENT ON COLUMN rx.qty IS 'Number of packs';

CREATE TABLE invoice (
    inv_no    integer PRIMARY KEY,
    visit_id  integer NOT NULL UNIQUE REFERENCES visit (visit_id),
    issued_on date NOT NULL,
    paid_on   date CHECK (paid_on >= issued_on),
    amt       numeric(8, 2) NOT NULL CHECK (amt > 0),
    ins_amt   numeric(8, 2) NOT NULL CHECK (ins_amt >= 0 AND ins_amt <= amt)
);
COMMENT ON COLUMN invoice.paid_on IS 'When the invoice was paid; NULL while unpaid';
COMMENT ON COLUMN invoice.amt IS 'Amount billed in euros';
COMMENT ON COLUMN invoice.ins_amt IS 'The part of the amount that the insurer pays';
