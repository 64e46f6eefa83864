-- Car park operator, Scotland. GBP. Short names come from the old AS/400 system.

CREATE TABLE carpark (
    cp_code   char(3) PRIMARY KEY,
    cp_name   varchar(40) NOT NULL,
    city      varchar(30) NOT NULL,
    addr      varchar(60) NOT NULL,
    cp_type   varchar(12) NOT NULL CHECK (cp_type IN ('MULTI', 'SURFACE', 'UNDER')),
    opened_on date NOT NULL,
    hgt_lim_m numeric(3, 2),
    open_24h  boolean NOT NULL
);
COMMENT ON COLUMN carpark.cp_type IS 'MULTI multi-storey, SURFACE open air, UNDER underground';
COMMENT ON COLUMN carpark.hgt_lim_m IS 'Height limit in metres, NULL without one';

CREATE TABLE cp_level (
    cp_code  char(3) NOT NULL REFERENCES carpark,
    lvl_no   smallint NOT NULL,
    spaces   smallint NOT NULL,
    ev_pts   smallint NOT NULL DEFAULT 0,
    dis_bays smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (cp_code, lvl_no)
);
COMMENT ON TABLE cp_level IS 'Levels of a car park; 0 is street level, below are negative';
COMMENT ON COLUMN cp_level.ev_pts IS 'Charging points';
COMMENT ON COLUMN cp_level.dis_bays IS 'Bays for blue badge holders, part of spaces';

CREATE TABLE tariff (
    tariff_id  integer PRIMARY KEY,
    cp_code    char(3) NOT NULL REFERENCES carpark,
    descr      varchar(40) NOT NULL,
    hrly_rate  numeric(5, 2) NOT NULL,
    day_max    numeric(6, 2) NOT NULL,
    valid_from date NOT NULL,
    valid_to   date
);

CREATE TABLE customer (
    cust_no   integer PRIMARY KEY,
    fname     varchar(30) NOT NULL,
    lname     varchar(30) NOT NULL,
    company   varchar(40),
    email     varchar(60),
    city      varchar(30) NOT NULL,
    joined_on date NOT NULL,
    blue_badge boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE customer IS 'Account holders';
COMMENT ON COLUMN customer.company IS 'NULL for private customers';

CREATE TABLE vehicle (
    plate   varchar(8) PRIMARY KEY,
    cust_no integer REFERENCES customer,
    make    varchar(20),
    colour  varchar(15),
    fuel    char(1) CHECK (fuel IN ('P', 'D', 'E', 'H'))
);
COMMENT ON COLUMN vehicle.cust_no IS 'Owner when known to us';
COMMENT ON COLUMN vehicle.fuel IS 'P petrol, D diesel, E electric, H hybrid';

CREATE TABLE season_tkt (
    tkt_no   varchar(8) PRIMARY KEY,
    cust_no  integer NOT NULL REFERENCES customer,
    cp_code  char(3) NOT NULL REFERENCES carpark,
    plate    varchar(8) NOT NULL REFERENCES vehicle,
    start_on date NOT NULL,
    end_on   date NOT NULL,
    mth_fee  numeric(7, 2) NOT NULL,
    status   char(1) NOT NULL CHECK (status IN ('A', 'E', 'C'))
);
COMMENT ON TABLE season_tkt IS 'Season tickets';
COMMENT ON COLUMN season_tkt.status IS 'A active, E expired, C cancelled';

CREATE TABLE stay (
    stay_id    integer PRIMARY KEY,
    cp_code    char(3) NOT NULL,
    lvl_no     smallint NOT NULL,
    plate      varchar(8) NOT NULL REFERENCES vehicle,
    tariff_id  integer REFERENCES tariff,
    entered_at timestamp NOT NULL,
    left_at    timestamp,
    mins       integer,
    charge     numeric(7, 2),
    FOREIGN KEY (cp_code, lvl_no) REFERENCES cp_level
);
COMMENT ON COLUMN stay.tariff_id IS 'NULL when covered by a season ticket';
COMMENT ON COLUMN stay.left_at IS 'NULL while the car is still parked';
COMMENT ON COLUMN stay.mins IS 'Length of the stay in minutes, NULL while still parked';

CREATE TABLE payment (
    pay_id  integer PRIMARY KEY,
    stay_id integer NOT NULL REFERENCES stay,
    paid_at timestamp NOT NULL,
    amt     numeric(7, 2) NOT NULL,
    method  varchar(10) NOT NULL CHECK (method IN ('card', 'cash', 'app', 'phone'))
);

CREATE TABLE staff (
    staff_id  integer PRIMARY KEY,
    full_name varchar(50) NOT NULL,
    job_title varchar(20) NOT NULL,
    cp_code   char(3) REFERENCES carpark,
    boss_id   integer REFERENCES staff,
    hired_on  date NOT NULL,
    hrly_pay  numeric(5, 2) NOT NULL
);
COMMENT ON COLUMN staff.cp_code IS 'Home car park, NULL for the mobile team';

CREATE TABLE barrier (
    barr_id    varchar(6) PRIMARY KEY,
    cp_code    char(3) NOT NULL REFERENCES carpark,
    direction  char(3) NOT NULL CHECK (direction IN ('IN', 'OUT')),
    maker      varchar(20) NOT NULL,
    inst_on    date NOT NULL
);

CREATE TABLE fault (
    fault_no    integer PRIMARY KEY,
    barr_id     varchar(6) NOT NULL REFERENCES barrier,
    reported_at timestamp NOT NULL,
    fixed_at    timestamp,
    cause       varchar(30) NOT NULL,
    severity    smallint NOT NULL CHECK (severity BETWEEN 1 AND 3),
    fixed_by    integer REFERENCES staff,
    repair_cost numeric(7, 2)
);
COMMENT ON COLUMN fault.severity IS '1 minor, 2 serious, 3 critical';

CREATE TABLE patrol (
    patrol_id  integer PRIMARY KEY,
    staff_id   integer NOT NULL REFERENCES staff,
    cp_code    char(3) NOT NULL REFERENCES carpark,
    patrol_day date NOT NULL,
    mins       smallint NOT NULL,
    cars_chkd  smallint NOT NULL
);

CREATE TABLE fine (
    fine_no   varchar(8) PRIMARY KEY,
    patrol_id integer NOT NULL REFERENCES patrol,
    plate     varchar(8) NOT NULL REFERENCES vehicle,
    issued_on date NOT NULL,
    reason    varchar(30) NOT NULL,
    amt       numeric(6, 2) NOT NULL,
    status    varchar(10) NOT NULL CHECK (status IN ('open', 'paid', 'appealed', 'cancelled')),
    paid_on   date
);
