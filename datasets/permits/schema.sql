-- A city's building permits office: who applies for what work on which parcel, what is reviewed, charged and inspected,
-- and what comes of violations. Amounts are in US dollars, areas in square feet.

CREATE TYPE permit_status AS ENUM ('in_review', 'issued', 'finaled', 'expired', 'withdrawn', 'denied');

CREATE TABLE district (
    dist_no   smallint    PRIMARY KEY,
    dist_name varchar(40) NOT NULL UNIQUE,
    council_member varchar(60) NOT NULL
);
COMMENT ON TABLE district IS 'Council districts of the city';

CREATE TABLE zone (
    zone_cd       varchar(6)  PRIMARY KEY,
    zone_name     varchar(60) NOT NULL,
    max_height_ft smallint
);
COMMENT ON TABLE zone IS 'Zoning designations of the land use code';
COMMENT ON COLUMN zone.max_height_ft IS 'Highest building allowed, in feet; NULL where there is no limit';

CREATE TABLE parcel (
    apn       char(11)    PRIMARY KEY,
    site_addr varchar(80) NOT NULL UNIQUE,
    zip       char(5)     NOT NULL,
    dist_no   smallint    NOT NULL REFERENCES district,
    zone_cd   varchar(6)  NOT NULL REFERENCES zone,
    lot_sqft  integer     NOT NULL CHECK (lot_sqft > 0),
    yr_built  smallint,
    is_historic boolean   NOT NULL DEFAULT false
);
COMMENT ON TABLE parcel IS 'Properties in the city';
COMMENT ON COLUMN parcel.apn IS 'Assessor''s parcel number';
COMMENT ON COLUMN parcel.yr_built IS 'Year the main building was built; NULL for vacant land';
COMMENT ON COLUMN parcel.is_historic IS 'On the register of historic places';

CREATE TABLE applicant (
    applicant_id integer     PRIMARY KEY,
    first_name   varchar(30) NOT NULL,
    last_name    varchar(30) NOT NULL,
    email        varchar(80),
    phone        varchar(20),
    city         varchar(40) NOT NULL,
    is_homeowner boolean     NOT NULL,
    registered_on date       NOT NULL
);
COMMENT ON COLUMN applicant.city IS 'Town of the mailing address';
COMMENT ON COLUMN applicant.is_homeowner IS 'False for agents, designers and developers';

CREATE TABLE contractor (
    lic_no      varchar(12) PRIMARY KEY,
    biz_name    varchar(60) NOT NULL UNIQUE,
    trade       varchar(20) NOT NULL,
    city        varchar(40) NOT NULL,
    lic_expires date        NOT NULL,
    is_bonded   boolean     NOT NULL
);
COMMENT ON COLUMN contractor.lic_no IS 'State licence number';

CREATE TABLE permit_type (
    type_cd     varchar(7)  PRIMARY KEY,
    type_name   varchar(40) NOT NULL UNIQUE,
    group_cd    varchar(7)  REFERENCES permit_type (type_cd),
    base_fee    numeric(8,2),
    review_days smallint
);
COMMENT ON TABLE permit_type IS 'Kinds of permits, in groups';
COMMENT ON COLUMN permit_type.group_cd IS 'Group the type belongs to; NULL for the groups themselves, under which nothing is filed';
COMMENT ON COLUMN permit_type.review_days IS 'Target for the review, in days; NULL for groups';

CREATE TABLE permit (
    permit_no    varchar(10)   PRIMARY KEY,
    type_cd      varchar(7)    NOT NULL REFERENCES permit_type,
    apn          char(11)      NOT NULL REFERENCES parcel,
    applicant_id integer       NOT NULL REFERENCES applicant,
    lic_no       varchar(12)   REFERENCES contractor,
    master_no    varchar(10)   REFERENCES permit (permit_no),
    filed_on     date          NOT NULL,
    issued_on    date,
    expires_on   date,
    finaled_on   date,
    status       permit_status NOT NULL,
    valuation    numeric(12,2) NOT NULL,
    work_descr   varchar(120)
);
COMMENT ON TABLE permit IS 'Applications and the permits that come of them';
COMMENT ON COLUMN permit.lic_no IS 'Contractor who does the work; NULL when the owner does it';
COMMENT ON COLUMN permit.master_no IS 'Building permit this one is a sub-permit of';
COMMENT ON COLUMN permit.finaled_on IS 'When the work passed its last inspection';
COMMENT ON COLUMN permit.valuation IS 'Declared cost of the work';

CREATE TABLE plan_review (
    permit_no   varchar(10) NOT NULL REFERENCES permit,
    discipline  varchar(12) NOT NULL CHECK (discipline IN ('structural', 'zoning', 'fire', 'energy')),
    cycle       smallint    NOT NULL,
    received_on date        NOT NULL,
    returned_on date,
    outcome     varchar(12) CHECK (outcome IN ('approved', 'corrections')),
    sheets      smallint    NOT NULL,
    PRIMARY KEY (permit_no, discipline, cycle)
);
COMMENT ON TABLE plan_review IS 'Rounds of review of the drawings';
COMMENT ON COLUMN plan_review.outcome IS 'NULL while the plans are with the reviewer';
COMMENT ON COLUMN plan_review.sheets IS 'Number of sheets in the set';

CREATE TABLE inspector (
    emp_no     integer     PRIMARY KEY,
    first_nm   varchar(30) NOT NULL,
    last_nm    varchar(30) NOT NULL,
    specialty  varchar(20) NOT NULL,
    hired_on   date        NOT NULL,
    supervisor_no integer  REFERENCES inspector (emp_no)
);

CREATE TABLE inspection (
    permit_no varchar(10) NOT NULL REFERENCES permit,
    seq_no    smallint    NOT NULL,
    emp_no    integer     NOT NULL REFERENCES inspector,
    stage     varchar(20) NOT NULL,
    sched_on  date        NOT NULL,
    done_on   date,
    result    char(1)     CHECK (result IN ('P', 'F', 'X')),
    minutes   smallint,
    PRIMARY KEY (permit_no, seq_no)
);
COMMENT ON COLUMN inspection.result IS 'P passed, F failed, X no access; NULL while scheduled';
COMMENT ON COLUMN inspection.minutes IS 'Time spent on site';

CREATE TABLE correction (
    permit_no varchar(10) NOT NULL,
    seq_no    smallint    NOT NULL,
    item_no   smallint    NOT NULL,
    code_sec  varchar(12) NOT NULL,
    descr     varchar(100) NOT NULL,
    is_cleared boolean    NOT NULL,
    PRIMARY KEY (permit_no, seq_no, item_no),
    FOREIGN KEY (permit_no, seq_no) REFERENCES inspection (permit_no, seq_no)
);
COMMENT ON TABLE correction IS 'Deficiencies written up at a failed inspection';
COMMENT ON COLUMN correction.code_sec IS 'Section of the building code';

CREATE TABLE fee (
    fee_id      integer      PRIMARY KEY,
    permit_no   varchar(10)  NOT NULL REFERENCES permit,
    fee_kind    varchar(20)  NOT NULL,
    amt         numeric(9,2) NOT NULL,
    assessed_on date         NOT NULL,
    is_paid     boolean      NOT NULL,
    paid_on     date,
    pay_method  varchar(8)   CHECK (pay_method IN ('card', 'check', 'ach', 'cash'))
);
COMMENT ON TABLE fee IS 'Charges on permits';

CREATE TABLE violation (
    case_no   varchar(10)  PRIMARY KEY,
    apn       char(11)     NOT NULL REFERENCES parcel,
    emp_no    integer      NOT NULL REFERENCES inspector,
    kind      varchar(30)  NOT NULL,
    severity  varchar(8)   NOT NULL CHECK (severity IN ('minor', 'serious', 'hazard')),
    opened_on date         NOT NULL,
    closed_on date,
    status    varchar(10)  NOT NULL CHECK (status IN ('open', 'abated', 'referred')),
    fine_amt  numeric(9,2) NOT NULL DEFAULT 0
);
COMMENT ON TABLE violation IS 'Code enforcement cases';
COMMENT ON COLUMN violation.emp_no IS 'Inspector who wrote the notice';
COMMENT ON COLUMN violation.status IS 'open, abated, or referred to the city attorney';

CREATE TABLE hearing (
    hearing_id integer     PRIMARY KEY,
    case_no    varchar(10) NOT NULL REFERENCES violation,
    hearing_date date      NOT NULL,
    officer    varchar(60) NOT NULL,
    room       varchar(10) NOT NULL,
    outcome    varchar(10) CHECK (outcome IN ('upheld', 'reduced', 'dismissed', 'continued'))
);
COMMENT ON TABLE hearing IS 'Hearings of owners who contest a notice of violation';
COMMENT ON COLUMN hearing.outcome IS 'NULL until heard';
