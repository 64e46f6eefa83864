-- A theme park: zones with rides and food stands, the guests and their tickets, the crew and what breaks.

CREATE TYPE ride_kind AS ENUM ('coaster', 'water', 'dark', 'family', 'thrill', 'show');

CREATE TABLE zone (
    zone_cd   char(2)  PRIMARY KEY,
    zone_nm   text     NOT NULL UNIQUE,
    opened_yr smallint NOT NULL
);
COMMENT ON TABLE zone IS 'Themed parts of the park';

CREATE TABLE supplier (
    sup_no  smallint PRIMARY KEY,
    sup_nm  text     NOT NULL,
    trade   text     NOT NULL CHECK (trade IN ('food', 'engineering')),
    city    text     NOT NULL,
    country text     NOT NULL
);
COMMENT ON TABLE supplier IS 'Firms that deliver food or service the rides';
COMMENT ON COLUMN supplier.trade IS 'food or engineering';

CREATE TABLE ride (
    ride_no       smallint  PRIMARY KEY,
    ride_nm       text      NOT NULL UNIQUE,
    zone_cd       char(2)   NOT NULL REFERENCES zone,
    kind          ride_kind NOT NULL,
    min_height_cm smallint  NOT NULL DEFAULT 0,
    riders_per_hr integer   NOT NULL,
    top_speed_kmh smallint,
    opened_on     date      NOT NULL,
    is_open       boolean   NOT NULL DEFAULT true
);
COMMENT ON COLUMN ride.min_height_cm IS 'Smallest height of a rider in cm; 0 when anyone may ride';
COMMENT ON COLUMN ride.riders_per_hr IS 'Capacity: riders an hour when all trains run';
COMMENT ON COLUMN ride.top_speed_kmh IS 'NULL for shows';
COMMENT ON COLUMN ride.is_open IS 'False while the ride is closed';

CREATE TABLE visitor (
    visitor_id integer PRIMARY KEY,
    fname      text    NOT NULL,
    lname      text    NOT NULL,
    born_on    date    NOT NULL,
    home_town  text    NOT NULL,
    country    text    NOT NULL,
    email      text
);

CREATE TABLE ticket (
    ticket_no  integer PRIMARY KEY,
    visitor_id integer NOT NULL REFERENCES visitor,
    class      char(1) NOT NULL CHECK (class IN ('A', 'C', 'S')),
    channel    text    NOT NULL CHECK (channel IN ('gate', 'online', 'agency')),
    visit_on   date    NOT NULL,
    paid_amt   numeric(7, 2) NOT NULL
);
COMMENT ON TABLE ticket IS 'Day tickets, one a person and visit';
COMMENT ON COLUMN ticket.class IS 'A adult, C child, S senior';
COMMENT ON COLUMN ticket.channel IS 'Where it was bought';
COMMENT ON COLUMN ticket.paid_amt IS 'Price paid in euros';

CREATE TABLE season_pass (
    pass_no    integer PRIMARY KEY,
    visitor_id integer NOT NULL REFERENCES visitor,
    tier       text    NOT NULL CHECK (tier IN ('bronze', 'silver', 'gold')),
    starts_on  date    NOT NULL,
    ends_on    date    NOT NULL CHECK (ends_on > starts_on),
    price      numeric(7, 2) NOT NULL
);
COMMENT ON TABLE season_pass IS 'Passes that let a visitor in for a year';

CREATE TABLE staff (
    staff_id  integer PRIMARY KEY,
    fname     text    NOT NULL,
    lname     text    NOT NULL,
    job       text    NOT NULL,
    zone_cd   char(2) NOT NULL REFERENCES zone,
    boss_id   integer REFERENCES staff,
    hired_on  date    NOT NULL,
    hourly_pay numeric(5, 2) NOT NULL
);
COMMENT ON COLUMN staff.boss_id IS 'Whom the employee reports to; NULL for the park manager';
COMMENT ON COLUMN staff.hourly_pay IS 'Euros an hour before tax';

CREATE TABLE shift (
    staff_id integer NOT NULL REFERENCES staff,
    shift_on date    NOT NULL,
    hrs      numeric(4, 2) NOT NULL,
    PRIMARY KEY (staff_id, shift_on)
);

CREATE TABLE queue_log (
    ride_no   smallint  NOT NULL REFERENCES ride,
    logged_at timestamp NOT NULL,
    wait_min  smallint  NOT NULL CHECK (wait_min >= 0),
    PRIMARY KEY (ride_no, logged_at)
);
COMMENT ON TABLE queue_log IS 'Waiting times as shown at the entrance of a ride';
COMMENT ON COLUMN queue_log.wait_min IS 'Minutes from the end of the queue to the train';

CREATE TABLE incident (
    inc_no       integer  PRIMARY KEY,
    ride_no      smallint NOT NULL REFERENCES ride,
    happened_on  date     NOT NULL,
    severity     text     NOT NULL CHECK (severity IN ('minor', 'moderate', 'serious')),
    descr        text     NOT NULL,
    reported_by  integer  NOT NULL REFERENCES staff (staff_id),
    downtime_min integer  NOT NULL DEFAULT 0
);
COMMENT ON TABLE incident IS 'Stops, faults and injuries at rides';
COMMENT ON COLUMN incident.downtime_min IS 'Minutes the ride stood still; 0 when it did not';

CREATE TABLE maint (
    maint_no integer  PRIMARY KEY,
    ride_no  smallint NOT NULL REFERENCES ride,
    sup_no   smallint REFERENCES supplier,
    work     text     NOT NULL CHECK (work IN ('inspection', 'repair', 'overhaul')),
    done_on  date     NOT NULL,
    cost     numeric(9, 2) NOT NULL
);
COMMENT ON TABLE maint IS 'Maintenance work done at rides';
COMMENT ON COLUMN maint.sup_no IS 'Firm that did it; NULL when the own workshop did';

CREATE TABLE stand (
    stand_no smallint PRIMARY KEY,
    stand_nm text     NOT NULL UNIQUE,
    zone_cd  char(2)  NOT NULL REFERENCES zone,
    seats    smallint NOT NULL
);
COMMENT ON TABLE stand IS 'Where guests eat and drink';

CREATE TABLE menu_item (
    stand_no smallint NOT NULL REFERENCES stand,
    item_no  smallint NOT NULL,
    item_nm  text     NOT NULL,
    price    numeric(5, 2) NOT NULL,
    sup_no   smallint NOT NULL REFERENCES supplier,
    is_vegan boolean  NOT NULL,
    PRIMARY KEY (stand_no, item_no)
);
COMMENT ON COLUMN menu_item.sup_no IS 'Firm that delivers it';

CREATE TABLE sale (
    sale_no  integer   PRIMARY KEY,
    stand_no smallint  NOT NULL,
    item_no  smallint  NOT NULL,
    sold_at  timestamp NOT NULL,
    qty      smallint  NOT NULL CHECK (qty > 0),
    unit_amt numeric(5, 2) NOT NULL,
    FOREIGN KEY (stand_no, item_no) REFERENCES menu_item
);
COMMENT ON TABLE sale IS 'What the food stands sold';
COMMENT ON COLUMN sale.unit_amt IS 'Price of one piece in euros when sold';
