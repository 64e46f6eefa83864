-- The bike sharing scheme of a city: stations, bikes, who rides them, what breaks and what is billed. Plain SQL for PostgreSQL 13 and later.

CREATE TABLE district (
    code       char(3) PRIMARY KEY,
    name       text    NOT NULL UNIQUE,
    population integer NOT NULL,
    area_km2   numeric(5, 2) NOT NULL
);

CREATE TABLE station (
    station_no    integer PRIMARY KEY,
    name          text    NOT NULL UNIQUE,
    district_code char(3) NOT NULL REFERENCES district (code),
    docks         smallint NOT NULL CHECK (docks > 0),
    has_charging  boolean NOT NULL DEFAULT false,
    overflow_no   integer REFERENCES station (station_no),
    opened_on     date    NOT NULL,
    closed_on     date
);
COMMENT ON TABLE station IS 'Places where bikes are picked up and handed back';
COMMENT ON COLUMN station.docks IS 'How many bikes fit in';
COMMENT ON COLUMN station.has_charging IS 'Whether the docks charge electric bikes';
COMMENT ON COLUMN station.overflow_no IS 'Station to which riders are sent when this one is full';
COMMENT ON COLUMN station.closed_on IS 'NULL while the station is in use';

CREATE TABLE bike_model (
    model_code varchar(6) PRIMARY KEY,
    maker      text NOT NULL,
    name       text NOT NULL,
    electric   boolean NOT NULL,
    weight_kg  numeric(4, 1) NOT NULL,
    list_price numeric(8, 2) NOT NULL
);
COMMENT ON COLUMN bike_model.list_price IS 'What one bike costs the scheme, in pounds';

CREATE TABLE bike (
    bike_no     varchar(8) PRIMARY KEY,
    model_code  varchar(6) NOT NULL REFERENCES bike_model (model_code),
    status      char(1) NOT NULL CHECK (status IN ('S', 'W', 'L', 'R')),
    bought_on   date NOT NULL,
    odometer_km integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN bike.status IS 'S in service, W in the workshop, L lost, R retired';

CREATE TABLE plan (
    plan_code   varchar(4) PRIMARY KEY,
    title       text NOT NULL UNIQUE,
    monthly_fee numeric(6, 2) NOT NULL,
    free_min    smallint NOT NULL,
    per_min     numeric(4, 2) NOT NULL
);
COMMENT ON TABLE plan IS 'Types of membership';
COMMENT ON COLUMN plan.free_min IS 'Minutes of each ride that cost nothing';
COMMENT ON COLUMN plan.per_min IS 'Price in pounds of each minute beyond the free ones';

CREATE TABLE member (
    member_id     integer PRIMARY KEY,
    given_name    text NOT NULL,
    surname       text NOT NULL,
    email         text NOT NULL UNIQUE,
    birth_year    smallint,
    district_code char(3) REFERENCES district (code),
    joined_on     date NOT NULL,
    referred_by   integer REFERENCES member (member_id),
    newsletter    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN member.district_code IS 'Where the member lives; NULL when outside the city';
COMMENT ON COLUMN member.referred_by IS 'Member who brought this one in; NULL when nobody did';
COMMENT ON COLUMN member.newsletter IS 'Whether the member gets the newsletter';

CREATE TABLE membership (
    member_id integer NOT NULL REFERENCES member (member_id),
    starts_on date NOT NULL,
    plan_code varchar(4) NOT NULL REFERENCES plan (plan_code),
    ends_on   date,
    PRIMARY KEY (member_id, starts_on)
);
COMMENT ON TABLE membership IS 'Which plan a member was on and when';
COMMENT ON COLUMN membership.ends_on IS 'Last day; NULL while it runs';

CREATE TABLE ride (
    ride_id      integer PRIMARY KEY,
    member_id    integer NOT NULL REFERENCES member (member_id),
    bike_no      varchar(8) NOT NULL REFERENCES bike (bike_no),
    from_station integer NOT NULL REFERENCES station (station_no),
    to_station   integer NOT NULL REFERENCES station (station_no),
    started_at   timestamp NOT NULL,
    ended_at     timestamp NOT NULL,
    minutes      integer NOT NULL,
    distance_km  numeric(5, 1) NOT NULL,
    fare         numeric(6, 2) NOT NULL DEFAULT 0,
    stars        smallint CHECK (stars BETWEEN 1 AND 5),
    CHECK (ended_at > started_at)
);
CREATE INDEX ON ride (member_id);
CREATE INDEX ON ride (started_at);
COMMENT ON COLUMN ride.minutes IS 'How long the ride took';
COMMENT ON COLUMN ride.fare IS 'Charge in pounds for minutes beyond the free ones; 0 when within them';
COMMENT ON COLUMN ride.stars IS 'What the member thought of the ride, 1 to 5; NULL when not rated';

CREATE TABLE mechanic (
    badge     varchar(4) PRIMARY KEY,
    full_name text NOT NULL,
    hired_on  date NOT NULL,
    lead      varchar(4) REFERENCES mechanic (badge)
);
COMMENT ON COLUMN mechanic.lead IS 'Mechanic who heads the crew of this one; NULL for heads';

CREATE TABLE repair (
    repair_id   integer PRIMARY KEY,
    bike_no     varchar(8) NOT NULL REFERENCES bike (bike_no),
    badge       varchar(4) REFERENCES mechanic (badge),
    fault       text NOT NULL,
    reported_on date NOT NULL,
    finished_on date,
    labour_min  integer,
    parts_cost  numeric(7, 2) NOT NULL DEFAULT 0
);
COMMENT ON COLUMN repair.badge IS 'Who does it; NULL until assigned';
COMMENT ON COLUMN repair.finished_on IS 'NULL while the bike is not yet mended';
COMMENT ON COLUMN repair.labour_min IS 'Minutes of work; NULL until finished';

CREATE TABLE fine (
    fine_id   integer PRIMARY KEY,
    member_id integer NOT NULL REFERENCES member (member_id),
    ride_id   integer REFERENCES ride (ride_id),
    reason    text NOT NULL,
    amount    numeric(6, 2) NOT NULL,
    issued_on date NOT NULL,
    state     text NOT NULL CHECK (state IN ('open', 'paid', 'waived'))
);

CREATE TABLE invoice (
    invoice_no varchar(10) PRIMARY KEY,
    member_id  integer NOT NULL REFERENCES member (member_id),
    issued_on  date NOT NULL,
    due_on     date NOT NULL,
    amount     numeric(7, 2) NOT NULL,
    paid_on    date
);
COMMENT ON TABLE invoice IS 'Quarterly bills for memberships';
COMMENT ON COLUMN invoice.paid_on IS 'NULL while unpaid';

CREATE TABLE transfer (
    transfer_id  integer PRIMARY KEY,
    from_station integer NOT NULL REFERENCES station (station_no),
    to_station   integer NOT NULL REFERENCES station (station_no),
    moved_on     date NOT NULL,
    bikes_moved  smallint NOT NULL,
    van_reg      varchar(8) NOT NULL
);
COMMENT ON TABLE transfer IS 'Vans that take bikes from full stations to empty ones';
