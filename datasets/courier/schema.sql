CREATE TYPE fuel_kind AS ENUM ('diesel', 'petrol', 'electric');
CREATE TYPE claim_reason AS ENUM ('lost', 'damaged', 'late');
CREATE TABLE depot (
    depot_cd  char(3) PRIMARY KEY,
    depot_nm  varchar(40) NOT NULL UNIQUE,
    town      varchar(40) NOT NULL,
    province  varchar(20) NOT NULL,
    is_hub    boolean NOT NULL,
    hub_cd    char(3) REFERENCES depot (depot_cd),
    dock_cnt  int NOT NULL,
    opened_on date NOT NULL
);
CREATE TABLE van (
    van_id      int PRIMARY KEY,
    reg_plate   varchar(12) NOT NULL UNIQUE,
    depot_cd    char(3) NOT NULL REFERENCES depot,
    make        varchar(20) NOT NULL,
    model       varchar(20) NOT NULL,
    fuel        fuel_kind NOT NULL,
    max_load_kg int NOT NULL,
    cost_km     numeric(5,2) NOT NULL,
    mileage_km  int NOT NULL,
    bought_on   date NOT NULL,
    in_service  boolean NOT NULL
);
CREATE TABLE driver (
    drv_no      int PRIMARY KEY,
    first_nm    varchar(30) NOT NULL,
    last_nm     varchar(30) NOT NULL,
    depot_cd    char(3) NOT NULL REFERENCES depot,
    mentor_no   int REFERENCES driver (drv_no),
    licence_cat varchar(3) NOT NULL,
    hourly_wage numeric(6,2) NOT NULL,
    hire_dt     date NOT NULL,
    left_dt     date
);
CREATE TABLE client (
    client_id int PRIMARY KEY,
    client_nm varchar(60) NOT NULL UNIQUE,
    acct_type varchar(10) NOT NULL CHECK (acct_type IN ('business', 'private')),
    city      varchar(40) NOT NULL,
    email     varchar(80),
    since_dt  date NOT NULL
);
CREATE TABLE tariff (
    tariff_cd varchar(6) PRIMARY KEY,
    descr     varchar(60) NOT NULL,
    service   varchar(10) NOT NULL CHECK (service IN ('economy', 'standard', 'express', 'same_day')),
    max_wt_kg numeric(5,1) NOT NULL,
    base_fee  numeric(7,2) NOT NULL
);
CREATE TABLE route (
    route_id int PRIMARY KEY,
    route_nm varchar(40) NOT NULL UNIQUE,
    depot_cd char(3) NOT NULL REFERENCES depot,
    dist_km  numeric(6,1) NOT NULL,
    rural    boolean NOT NULL
);
CREATE TABLE run (
    route_id  int NOT NULL REFERENCES route,
    run_dt    date NOT NULL,
    van_id    int NOT NULL REFERENCES van,
    drv_no    int NOT NULL REFERENCES driver,
    km_driven numeric(6,1) NOT NULL,
    stops     int NOT NULL,
    hrs       numeric(4,1) NOT NULL,
    PRIMARY KEY (route_id, run_dt)
);
CREATE TABLE parcel (
    track_no     varchar(12) PRIMARY KEY,
    client_id    int NOT NULL REFERENCES client,
    tariff_cd    varchar(6) NOT NULL REFERENCES tariff,
    orig_depot   char(3) NOT NULL REFERENCES depot (depot_cd),
    dest_depot   char(3) NOT NULL REFERENCES depot (depot_cd),
    recipient_nm varchar(60) NOT NULL,
    dest_town    varchar(40) NOT NULL,
    wt_kg        numeric(5,2) NOT NULL,
    decl_value   numeric(9,2),
    fee          numeric(7,2) NOT NULL,
    fragile      boolean NOT NULL,
    sig_req      boolean NOT NULL,
    status       varchar(20) NOT NULL CHECK (status IN ('booked', 'in_transit', 'out_for_delivery', 'delivered', 'returned', 'lost')),
    booked_at    timestamp NOT NULL,
    delivered_at timestamp,
    route_id     int,
    run_dt       date,
    FOREIGN KEY (route_id, run_dt) REFERENCES run (route_id, run_dt)
);
CREATE TABLE scan (
    track_no   varchar(12) NOT NULL REFERENCES parcel,
    seq        int NOT NULL,
    scan_cd    char(3) NOT NULL CHECK (scan_cd IN ('PUP', 'ARR', 'OFD', 'DLV', 'EXC')),
    depot_cd   char(3) NOT NULL REFERENCES depot,
    scanned_at timestamp NOT NULL,
    PRIMARY KEY (track_no, seq)
);
CREATE TABLE claim (
    claim_no    int PRIMARY KEY,
    track_no    varchar(12) NOT NULL UNIQUE REFERENCES parcel,
    reason      claim_reason NOT NULL,
    state       varchar(10) NOT NULL CHECK (state IN ('open', 'accepted', 'rejected')),
    claimed_amt numeric(9,2) NOT NULL,
    paid_amt    numeric(9,2) NOT NULL DEFAULT 0,
    opened_on   date NOT NULL,
    closed_on   date
);
COMMENT ON COLUMN depot.hub_cd IS 'Hub that feeds this depot; NULL for hubs';
COMMENT ON COLUMN depot.dock_cnt IS 'Number of loading docks';
COMMENT ON COLUMN van.cost_km IS 'Running cost of one kilometre in euro';
COMMENT ON COLUMN driver.mentor_no IS 'Experienced driver who trained this one; NULL when none';
COMMENT ON COLUMN driver.left_dt IS 'Last day with us; NULL while employed';
COMMENT ON TABLE run IS 'One tour of a route on one day';
COMMENT ON COLUMN parcel.orig_depot IS 'Depot where the parcel was handed in';
COMMENT ON COLUMN parcel.dest_depot IS 'Depot that delivers the parcel';
COMMENT ON COLUMN parcel.fee IS 'What the client pays us for the parcel, in euro';
COMMENT ON COLUMN parcel.decl_value IS 'Value declared by the sender in euro; NULL when not declared';
COMMENT ON COLUMN parcel.sig_req IS 'True when the recipient must sign';
COMMENT ON COLUMN parcel.run_dt IS 'With route_id: the run that delivered the parcel; both NULL until delivered';
COMMENT ON COLUMN scan.scan_cd IS 'PUP picked up, ARR arrived at a depot, OFD out for delivery, DLV delivered, EXC exception';
COMMENT ON COLUMN claim.paid_amt IS 'Compensation paid in euro; 0 when rejected or still open';
COMMENT ON COLUMN claim.closed_on IS 'NULL while open';
