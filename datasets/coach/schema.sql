-- Coach hire: vehicles with a driver let out for trips. Grown since 1998; names are short. Money in euros, distances in km.

CREATE TABLE depot (
    dep_code char(3) PRIMARY KEY,
    dep_name varchar(40) NOT NULL,
    county   varchar(30) NOT NULL,
    bays     smallint NOT NULL
);
COMMENT ON COLUMN depot.bays IS 'How many coaches can be parked';

CREATE TABLE coach (
    fleet_no  varchar(6) PRIMARY KEY,
    reg       varchar(12) NOT NULL UNIQUE,
    make      varchar(20) NOT NULL,
    model     varchar(20) NOT NULL,
    seats     smallint NOT NULL,
    built_yr  smallint NOT NULL,
    euro_cls  smallint NOT NULL,
    has_wc    boolean NOT NULL,
    has_lift  boolean NOT NULL,
    odo_km    integer NOT NULL,
    dep_code  char(3) NOT NULL REFERENCES depot,
    st        char(1) NOT NULL CHECK (st IN ('A', 'W', 'S'))
);
COMMENT ON TABLE coach IS 'The fleet, sold coaches included';
COMMENT ON COLUMN coach.euro_cls IS 'Emission class';
COMMENT ON COLUMN coach.has_lift IS 'Takes wheelchairs';
COMMENT ON COLUMN coach.odo_km IS 'Odometer';
COMMENT ON COLUMN coach.st IS 'A active, W in the workshop, S sold';

CREATE TABLE driver (
    drv_no    integer PRIMARY KEY,
    fname     varchar(30) NOT NULL,
    lname     varchar(30) NOT NULL,
    dob       date NOT NULL,
    joined    date NOT NULL,
    left_dt   date,
    day_rate  numeric(6,2) NOT NULL,
    dep_code  char(3) NOT NULL REFERENCES depot,
    mentor_no integer REFERENCES driver
);
COMMENT ON COLUMN driver.left_dt IS 'NULL while employed';
COMMENT ON COLUMN driver.mentor_no IS 'Driver who trained this one on the job';

CREATE TABLE licence (
    lic_no  varchar(10) PRIMARY KEY,
    drv_no  integer NOT NULL REFERENCES driver,
    kind    varchar(12) NOT NULL CHECK (kind IN ('D', 'DE', 'CPC', 'tacho', 'first aid')),
    issued  date NOT NULL,
    expires date NOT NULL
);
COMMENT ON TABLE licence IS 'Licences, cards and certificates that drivers hold';

CREATE TABLE customer (
    cust_no   integer PRIMARY KEY,
    cust_name varchar(60) NOT NULL,
    kind      varchar(10) NOT NULL CHECK (kind IN ('school', 'club', 'company', 'private', 'agency')),
    town      varchar(30) NOT NULL,
    contact   varchar(50),
    email     varchar(60),
    terms_dys smallint NOT NULL DEFAULT 14
);
COMMENT ON COLUMN customer.terms_dys IS 'Days to pay';

CREATE TABLE place (
    plc_code char(4) PRIMARY KEY,
    plc_name varchar(40) NOT NULL,
    town     varchar(30) NOT NULL,
    kind     varchar(12) NOT NULL
);
COMMENT ON TABLE place IS 'Where coaches call: airports, stadiums, schools, sights';

CREATE TABLE route (
    rte_code  varchar(5) PRIMARY KEY,
    rte_name  varchar(50) NOT NULL,
    from_plc  char(4) NOT NULL REFERENCES place,
    to_plc    char(4) NOT NULL REFERENCES place,
    dist_km   integer NOT NULL,
    drive_min integer NOT NULL,
    has_toll  boolean NOT NULL
);
COMMENT ON TABLE route IS 'Standard runs with a distance for quoting';

CREATE TABLE quote (
    quote_no  integer PRIMARY KEY,
    cust_no   integer NOT NULL REFERENCES customer,
    rte_code  varchar(5) NOT NULL REFERENCES route,
    quoted_on date NOT NULL,
    pax       smallint NOT NULL,
    price     numeric(8,2) NOT NULL,
    outcome   char(1) NOT NULL CHECK (outcome IN ('O', 'W', 'L'))
);
COMMENT ON COLUMN quote.pax IS 'Passengers';
COMMENT ON COLUMN quote.outcome IS 'O still open, W won, L lost';

CREATE TABLE hire (
    hire_no   integer PRIMARY KEY,
    quote_no  integer REFERENCES quote,
    cust_no   integer NOT NULL REFERENCES customer,
    rte_code  varchar(5) NOT NULL REFERENCES route,
    fleet_no  varchar(6) NOT NULL REFERENCES coach,
    drv_no    integer NOT NULL REFERENCES driver,
    relief_no integer REFERENCES driver,
    out_at    timestamp NOT NULL,
    back_at   timestamp NOT NULL,
    pax       smallint NOT NULL,
    price     numeric(8,2) NOT NULL,
    status    varchar(10) NOT NULL CHECK (status IN ('booked', 'done', 'cancelled'))
);
COMMENT ON COLUMN hire.quote_no IS 'NULL when booked without a quote';
COMMENT ON COLUMN hire.relief_no IS 'Second driver on long runs';

CREATE TABLE hire_stop (
    hire_no  integer NOT NULL REFERENCES hire,
    seq      smallint NOT NULL,
    plc_code char(4) NOT NULL REFERENCES place,
    wait_min smallint NOT NULL,
    PRIMARY KEY (hire_no, seq)
);

CREATE TABLE invoice (
    inv_no   varchar(8) PRIMARY KEY,
    hire_no  integer NOT NULL UNIQUE REFERENCES hire,
    inv_date date NOT NULL,
    due_date date NOT NULL,
    amount   numeric(8,2) NOT NULL,
    paid_on  date
);

CREATE TABLE service (
    fleet_no varchar(6) NOT NULL REFERENCES coach,
    seq      smallint NOT NULL,
    svc_type varchar(10) NOT NULL CHECK (svc_type IN ('minor', 'major', 'brakes', 'tyres', 'test')),
    done_on  date NOT NULL,
    garage   varchar(30) NOT NULL,
    cost     numeric(8,2) NOT NULL,
    days_off smallint NOT NULL,
    PRIMARY KEY (fleet_no, seq)
);
COMMENT ON COLUMN service.days_off IS 'Days the coach was off the road';

CREATE TABLE fuel_fill (
    fill_id   integer PRIMARY KEY,
    fleet_no  varchar(6) NOT NULL REFERENCES coach,
    drv_no    integer NOT NULL REFERENCES driver,
    filled_on date NOT NULL,
    litres    numeric(6,1) NOT NULL,
    cost      numeric(7,2) NOT NULL,
    station   varchar(20) NOT NULL
);

CREATE TABLE defect (
    def_no   integer PRIMARY KEY,
    fleet_no varchar(6) NOT NULL REFERENCES coach,
    drv_no   integer NOT NULL REFERENCES driver,
    found_on date NOT NULL,
    severity char(1) NOT NULL CHECK (severity IN ('L', 'M', 'H')),
    descr    varchar(60) NOT NULL,
    svc_seq  smallint,
    fixed_on date,
    FOREIGN KEY (fleet_no, svc_seq) REFERENCES service (fleet_no, seq)
);
COMMENT ON COLUMN defect.drv_no IS 'Driver who reported it';
COMMENT ON COLUMN defect.severity IS 'L minor, M must be mended soon, H off the road';
COMMENT ON COLUMN defect.svc_seq IS 'Service at which it was mended';
