-- Waste collection of a town: households have bins, trucks empty them along routes, people bring the rest to drop-off centres.
-- Plain SQL for PostgreSQL 13 and later, for the current schema. Money is in pounds.

CREATE TABLE districts (
    dist_code  char(2) PRIMARY KEY,
    dist_name  text    NOT NULL UNIQUE,
    population integer NOT NULL,
    area_km2   numeric(5,1) NOT NULL
);

CREATE TABLE households (
    hh_id         integer PRIMARY KEY,
    dist_code     char(2) NOT NULL REFERENCES districts (dist_code),
    contact_name  text    NOT NULL,
    street        text    NOT NULL,
    house_no      text    NOT NULL,
    residents     integer NOT NULL,
    registered_on date    NOT NULL,
    email         text
);
COMMENT ON TABLE households IS 'Addresses that the town collects from';
COMMENT ON COLUMN households.contact_name IS 'Person the town writes to';
COMMENT ON COLUMN households.residents IS 'How many people live there';

CREATE TABLE waste_streams (
    stream_code   text    PRIMARY KEY,
    stream_name   text    NOT NULL UNIQUE,
    parent_code   text    REFERENCES waste_streams (stream_code),
    recyclable    boolean NOT NULL,
    value_per_t   numeric(7,2) NOT NULL
);
COMMENT ON TABLE waste_streams IS 'Kinds of waste, a tree: Glass holds Clear glass and Coloured glass';
COMMENT ON COLUMN waste_streams.value_per_t IS 'What the town is paid for a tonne; negative when it has to pay';

CREATE TABLE bins (
    bin_no       text    PRIMARY KEY,
    hh_id        integer NOT NULL REFERENCES households (hh_id),
    stream_code  text    NOT NULL REFERENCES waste_streams (stream_code),
    vol_l        integer NOT NULL,
    delivered_on date    NOT NULL,
    condition    char(1) NOT NULL CHECK (condition IN ('G', 'D', 'L'))
);
COMMENT ON COLUMN bins.vol_l IS 'Volume in litres';
COMMENT ON COLUMN bins.condition IS 'G good, D damaged, L lost';

CREATE TABLE drivers (
    drv_id      integer PRIMARY KEY,
    first_name  text    NOT NULL,
    last_name   text    NOT NULL,
    lic_class   text    NOT NULL,
    hired_on    date    NOT NULL,
    hourly_wage numeric(5,2) NOT NULL,
    mentor_id   integer REFERENCES drivers (drv_id)
);
COMMENT ON COLUMN drivers.lic_class IS 'Class of the driving licence: C, CE or C1';
COMMENT ON COLUMN drivers.mentor_id IS 'Driver who trained this one';

CREATE TABLE trucks (
    plate_no    text    PRIMARY KEY,
    make        text    NOT NULL,
    model       text    NOT NULL,
    model_year  integer NOT NULL,
    capacity_t  numeric(4,1) NOT NULL,
    fuel        text    NOT NULL CHECK (fuel IN ('diesel', 'electric', 'hydrogen')),
    odometer_km integer NOT NULL,
    in_service  boolean NOT NULL
);
COMMENT ON COLUMN trucks.capacity_t IS 'What the truck can load, in tonnes';

CREATE TABLE routes (
    route_no    text    PRIMARY KEY,
    dist_code   char(2) NOT NULL REFERENCES districts (dist_code),
    stream_code text    NOT NULL REFERENCES waste_streams (stream_code),
    weekday     text    NOT NULL,
    length_km   numeric(5,1) NOT NULL
);
COMMENT ON TABLE routes IS 'Regular rounds: one kind of waste in one district on one weekday';

CREATE TABLE route_runs (
    route_no     text    NOT NULL REFERENCES routes (route_no),
    run_date     date    NOT NULL,
    plate_no     text    NOT NULL REFERENCES trucks (plate_no),
    drv_id       integer NOT NULL REFERENCES drivers (drv_id),
    co_drv_id    integer REFERENCES drivers (drv_id),
    tonnage      numeric(5,2) NOT NULL,
    duration_min integer NOT NULL,
    PRIMARY KEY (route_no, run_date)
);
COMMENT ON TABLE route_runs IS 'A route driven on one day';
COMMENT ON COLUMN route_runs.co_drv_id IS 'Second driver aboard; NULL when the driver was alone';
COMMENT ON COLUMN route_runs.tonnage IS 'Tonnes weighed at the gate after the run';

CREATE TABLE pickups (
    pickup_id integer PRIMARY KEY,
    route_no  text    NOT NULL,
    run_date  date    NOT NULL,
    bin_no    text    NOT NULL REFERENCES bins (bin_no),
    wt_kg     numeric(5,1) NOT NULL,
    outcome   text    NOT NULL CHECK (outcome IN ('emptied', 'missed', 'contaminated', 'blocked')),
    FOREIGN KEY (route_no, run_date) REFERENCES route_runs (route_no, run_date)
);
COMMENT ON TABLE pickups IS 'A bin on a run: emptied, or why not';
COMMENT ON COLUMN pickups.wt_kg IS 'Weight of what was in the bin, in kilograms; 0 unless emptied';

CREATE TABLE fines (
    fine_no   text    PRIMARY KEY,
    hh_id     integer NOT NULL REFERENCES households (hh_id),
    issued_on date    NOT NULL,
    offence   text    NOT NULL,
    amount    numeric(7,2) NOT NULL,
    paid_on   date,
    appealed  boolean NOT NULL
);
COMMENT ON COLUMN fines.paid_on IS 'NULL while unpaid';

CREATE TABLE dropoff_centres (
    centre_id   integer PRIMARY KEY,
    centre_name text    NOT NULL UNIQUE,
    dist_code   char(2) NOT NULL REFERENCES districts (dist_code),
    opened_on   date    NOT NULL,
    capacity_t  integer NOT NULL
);
COMMENT ON TABLE dropoff_centres IS 'Yards where people bring their waste themselves';
COMMENT ON COLUMN dropoff_centres.capacity_t IS 'What the centre can store, in tonnes';

CREATE TABLE dropoffs (
    dropoff_id  integer PRIMARY KEY,
    centre_id   integer NOT NULL REFERENCES dropoff_centres (centre_id),
    hh_id       integer NOT NULL REFERENCES households (hh_id),
    stream_code text    NOT NULL REFERENCES waste_streams (stream_code),
    dropped_at  timestamp NOT NULL,
    wt_kg       numeric(6,1) NOT NULL,
    fee         numeric(6,2) NOT NULL
);
COMMENT ON COLUMN dropoffs.fee IS 'What the household paid; 0 when free';

CREATE TABLE truck_repairs (
    repair_id   integer PRIMARY KEY,
    plate_no    text    NOT NULL REFERENCES trucks (plate_no),
    repaired_on date    NOT NULL,
    descr       text    NOT NULL,
    garage      text    NOT NULL,
    cost        numeric(8,2) NOT NULL
);

CREATE TABLE complaints (
    complaint_id integer PRIMARY KEY,
    hh_id        integer NOT NULL REFERENCES households (hh_id),
    route_no     text    REFERENCES routes (route_no),
    received_on  date    NOT NULL,
    topic        text    NOT NULL,
    resolved_on  date
);
COMMENT ON COLUMN complaints.route_no IS 'Route complained about; NULL when the complaint is about something else';
COMMENT ON COLUMN complaints.resolved_on IS 'NULL while open';
