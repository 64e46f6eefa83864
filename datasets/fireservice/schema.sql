-- Fire and rescue service of a county: stations, crews, vehicles, incidents, prevention and training.
-- Plain SQL for PostgreSQL 13 and later. Money is in pounds sterling, times are local.

CREATE TABLE station (
    station_id  smallint    PRIMARY KEY,
    name        text        NOT NULL UNIQUE,
    district    text        NOT NULL,
    crewing     text        NOT NULL CHECK (crewing IN ('wholetime', 'day-crewed', 'on-call')),
    address     text        NOT NULL,
    phone       text        NOT NULL,
    bays        smallint    NOT NULL CHECK (bays > 0),
    opened_on   date        NOT NULL
);
COMMENT ON TABLE station IS 'Fire stations of the county';
COMMENT ON COLUMN station.crewing IS 'How the station is staffed: wholetime, day-crewed or on-call';
COMMENT ON COLUMN station.bays IS 'Number of vehicles the building has room for';

CREATE TABLE rank (
    rank_code   varchar(3)   PRIMARY KEY,
    title       text         NOT NULL UNIQUE,
    level       smallint     NOT NULL UNIQUE,
    annual_pay  numeric(9,2) NOT NULL
);
COMMENT ON TABLE rank IS 'Ranks of the uniformed staff';
COMMENT ON COLUMN rank.level IS '1 is the lowest rank';

CREATE TABLE firefighter (
    firefighter_id  integer     PRIMARY KEY,
    first_name      text        NOT NULL,
    last_name       text        NOT NULL,
    birth_date      date        NOT NULL,
    hired_on        date        NOT NULL,
    rank_code       varchar(3)  NOT NULL REFERENCES rank,
    station_id      smallint    NOT NULL REFERENCES station,
    watch           text        CHECK (watch IN ('Red', 'White', 'Blue', 'Green')),
    reports_to      integer     REFERENCES firefighter,
    email           text        NOT NULL UNIQUE
);
COMMENT ON TABLE firefighter IS 'Uniformed staff now serving, whatever their rank';
COMMENT ON COLUMN firefighter.watch IS 'Watch the person works with; NULL for those on call and for senior officers';
COMMENT ON COLUMN firefighter.reports_to IS 'Direct superior; NULL for the head of operations';

CREATE TABLE vehicle (
    call_sign       varchar(8)   PRIMARY KEY,
    registration    text         NOT NULL UNIQUE,
    kind            text         NOT NULL,
    make            text         NOT NULL,
    model           text         NOT NULL,
    built_year      smallint     NOT NULL,
    station_id      smallint     NOT NULL REFERENCES station,
    seats           smallint     NOT NULL,
    tank_litres     integer,
    mileage         integer      NOT NULL,
    purchase_price  numeric(10,2) NOT NULL,
    status          text         NOT NULL CHECK (status IN ('in service', 'in workshop', 'reserve'))
);
COMMENT ON TABLE vehicle IS 'Fire engines and all other vehicles of the fleet';
COMMENT ON COLUMN vehicle.call_sign IS 'Radio call sign';
COMMENT ON COLUMN vehicle.tank_litres IS 'Water carried; NULL when the vehicle has no tank';

CREATE TABLE incident_type (
    type_id         smallint PRIMARY KEY,
    name            text     NOT NULL UNIQUE,
    parent_type_id  smallint REFERENCES incident_type
);
COMMENT ON TABLE incident_type IS 'Types of incident in two levels; incidents are always filed under the lower one';

CREATE TABLE incident (
    incident_id      integer      PRIMARY KEY,
    type_id          smallint     NOT NULL REFERENCES incident_type,
    station_id       smallint     NOT NULL REFERENCES station,
    called_at        timestamp    NOT NULL,
    closed_at        timestamp    NOT NULL,
    place            text         NOT NULL,
    street           text         NOT NULL,
    priority         smallint     NOT NULL CHECK (priority BETWEEN 1 AND 3),
    commander_id     integer      NOT NULL REFERENCES firefighter,
    damage_estimate  numeric(11,2),
    CHECK (closed_at > called_at)
);
COMMENT ON TABLE incident IS 'Emergencies the service was called to';
COMMENT ON COLUMN incident.station_id IS 'Station on whose ground it happened';
COMMENT ON COLUMN incident.called_at IS 'When the emergency call came in';
COMMENT ON COLUMN incident.place IS 'Town or village';
COMMENT ON COLUMN incident.priority IS '1 is the most urgent';
COMMENT ON COLUMN incident.commander_id IS 'Officer in command on the scene';
COMMENT ON COLUMN incident.damage_estimate IS 'Estimated damage to property in pounds; NULL when there was none';

CREATE TABLE response (
    incident_id    integer    NOT NULL REFERENCES incident,
    call_sign      varchar(8) NOT NULL REFERENCES vehicle,
    dispatched_at  timestamp  NOT NULL,
    arrived_at     timestamp  NOT NULL,
    crew_size      smallint   NOT NULL,
    water_litres   integer    NOT NULL DEFAULT 0,
    PRIMARY KEY (incident_id, call_sign)
);
COMMENT ON TABLE response IS 'Vehicles sent to an incident';
COMMENT ON COLUMN response.water_litres IS 'Litres of water used from this vehicle';

CREATE TABLE casualty (
    casualty_id   integer  PRIMARY KEY,
    incident_id   integer  NOT NULL REFERENCES incident,
    sex           char(1)  NOT NULL CHECK (sex IN ('F', 'M')),
    age           smallint NOT NULL,
    injury        text     NOT NULL CHECK (injury IN ('fatal', 'serious', 'slight')),
    hospital      text,
    rescued_by    integer  REFERENCES firefighter
);
COMMENT ON TABLE casualty IS 'People hurt or killed in incidents; names are not kept';
COMMENT ON COLUMN casualty.hospital IS 'Hospital the person was taken to; NULL when none';
COMMENT ON COLUMN casualty.rescued_by IS 'Firefighter who brought the person out; NULL when nobody had to';

CREATE TABLE hydrant (
    hydrant_no      varchar(8) PRIMARY KEY,
    place           text       NOT NULL,
    street          text       NOT NULL,
    station_id      smallint   NOT NULL REFERENCES station,
    flow_rate       integer    NOT NULL,
    working         boolean    NOT NULL,
    last_tested_on  date
);
COMMENT ON TABLE hydrant IS 'Hydrants and the station that looks after each';
COMMENT ON COLUMN hydrant.flow_rate IS 'Litres a minute';
COMMENT ON COLUMN hydrant.last_tested_on IS 'NULL when the hydrant has never been tested';

CREATE TABLE building (
    building_id     integer  PRIMARY KEY,
    name            text     NOT NULL UNIQUE,
    usage           text     NOT NULL,
    place           text     NOT NULL,
    station_id      smallint NOT NULL REFERENCES station,
    storeys         smallint NOT NULL,
    has_sprinklers  boolean  NOT NULL
);
COMMENT ON TABLE building IS 'Buildings that are subject to fire safety inspections';
COMMENT ON COLUMN building.usage IS 'What the building is used for: school, hotel, care home ...';

CREATE TABLE inspection (
    inspection_id  integer  PRIMARY KEY,
    building_id    integer  NOT NULL REFERENCES building,
    inspector_id   integer  NOT NULL REFERENCES firefighter,
    inspected_on   date     NOT NULL,
    result         text     NOT NULL CHECK (result IN ('passed', 'notice issued', 'failed')),
    defects        smallint NOT NULL
);
COMMENT ON TABLE inspection IS 'Fire safety inspections of buildings';
COMMENT ON COLUMN inspection.defects IS 'Number of defects found';

CREATE TABLE course (
    course_code   varchar(6)   PRIMARY KEY,
    title         text         NOT NULL UNIQUE,
    provider      text         NOT NULL,
    days          smallint     NOT NULL,
    fee           numeric(7,2) NOT NULL,
    valid_years   smallint     NOT NULL
);
COMMENT ON TABLE course IS 'Training courses';
COMMENT ON COLUMN course.fee IS 'Price for one participant in pounds';
COMMENT ON COLUMN course.valid_years IS 'Years until the certificate has to be renewed';

CREATE TABLE certificate (
    firefighter_id  integer     NOT NULL REFERENCES firefighter,
    course_code     varchar(6)  NOT NULL REFERENCES course,
    passed_on       date        NOT NULL,
    expires_on      date        NOT NULL,
    score           smallint    NOT NULL CHECK (score BETWEEN 50 AND 100),
    PRIMARY KEY (firefighter_id, course_code)
);
COMMENT ON TABLE certificate IS 'Courses passed by firefighters';
COMMENT ON COLUMN certificate.score IS 'Points in the final test, 50 to 100';

CREATE TABLE shift (
    firefighter_id  integer      NOT NULL REFERENCES firefighter,
    shift_date      date         NOT NULL,
    kind            text         NOT NULL CHECK (kind IN ('day', 'night')),
    hours           numeric(4,1) NOT NULL,
    overtime_hours  numeric(4,1) NOT NULL DEFAULT 0,
    PRIMARY KEY (firefighter_id, shift_date)
);
COMMENT ON TABLE shift IS 'Shifts worked by firefighters';
COMMENT ON COLUMN shift.overtime_hours IS 'Hours worked beyond the planned end, not contained in hours';
