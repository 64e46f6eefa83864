-- An airport group: carriers fly aircraft between airports, passengers hold tickets, crews staff the flights.
-- Plain SQL for PostgreSQL 13 and later. Creates everything in the current schema. All amounts are in euros.

CREATE TYPE flight_status AS ENUM ('scheduled', 'boarding', 'departed', 'landed', 'delayed', 'diverted', 'cancelled');

CREATE TABLE airports (
    iata_code    char(3) PRIMARY KEY,
    airport_name varchar(60) NOT NULL UNIQUE,
    city         varchar(40) NOT NULL,
    country      varchar(40) NOT NULL,
    runways      smallint NOT NULL CHECK (runways > 0),
    elevation_m  integer NOT NULL,
    opened_on    date
);
COMMENT ON COLUMN airports.elevation_m IS 'Height above sea level in metres';
COMMENT ON COLUMN airports.opened_on IS 'NULL when not known';

CREATE TABLE carriers (
    carrier_code char(2) PRIMARY KEY,
    carrier_name varchar(40) NOT NULL UNIQUE,
    home_base    char(3) NOT NULL REFERENCES airports (iata_code),
    low_cost     boolean NOT NULL,
    founded      smallint NOT NULL
);
COMMENT ON TABLE carriers IS 'Airlines';
COMMENT ON COLUMN carriers.founded IS 'Year of foundation';

CREATE TABLE aircraft_models (
    model_code   varchar(4) PRIMARY KEY,
    manufacturer varchar(20) NOT NULL,
    model_name   varchar(30) NOT NULL,
    seats        smallint NOT NULL,
    range_km     integer NOT NULL
);

CREATE TABLE aircraft (
    tail_number  varchar(8) PRIMARY KEY,
    model_code   varchar(4) NOT NULL REFERENCES aircraft_models (model_code),
    carrier_code char(2) NOT NULL REFERENCES carriers (carrier_code),
    delivered_on date NOT NULL,
    grounded     boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN aircraft.grounded IS 'True while the aircraft must not fly';

CREATE TABLE flights (
    flight_id        integer PRIMARY KEY,
    flight_number    varchar(7) NOT NULL,
    carrier_code     char(2) NOT NULL REFERENCES carriers (carrier_code),
    tail_number      varchar(8) REFERENCES aircraft (tail_number),
    origin_code      char(3) NOT NULL REFERENCES airports (iata_code),
    destination_code char(3) NOT NULL REFERENCES airports (iata_code),
    departs_at       timestamp NOT NULL,
    arrives_at       timestamp NOT NULL,
    duration_min     integer NOT NULL,
    delay_min        integer NOT NULL DEFAULT 0,
    status           flight_status NOT NULL,
    CHECK (origin_code <> destination_code), CHECK (arrives_at > departs_at)
);
COMMENT ON COLUMN flights.origin_code IS 'Airport of departure';
COMMENT ON COLUMN flights.destination_code IS 'Airport of arrival';
COMMENT ON COLUMN flights.duration_min IS 'Planned flight time in minutes';
COMMENT ON COLUMN flights.delay_min IS 'Delay at departure in minutes; 0 when on time';

CREATE TABLE passengers (
    passenger_id serial PRIMARY KEY,
    full_name    varchar(60) NOT NULL,
    nationality  varchar(30) NOT NULL,
    birth_date   date NOT NULL,
    email        varchar(80),
    frequent     boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN passengers.frequent IS 'Member of the frequent flyer programme';

CREATE TABLE tickets (
    ticket_no    bigint PRIMARY KEY,
    passenger_id integer NOT NULL REFERENCES passengers (passenger_id),
    flight_id    integer NOT NULL REFERENCES flights (flight_id),
    cabin        varchar(10) NOT NULL CHECK (cabin IN ('economy', 'premium', 'business', 'first')),
    fare         numeric(8, 2) NOT NULL,
    bags         smallint NOT NULL DEFAULT 0,
    booked_on    date NOT NULL,
    checked_in   boolean NOT NULL,
    seat         varchar(4),
    UNIQUE (passenger_id, flight_id)
);
COMMENT ON COLUMN tickets.fare IS 'Price paid, in euros';
COMMENT ON COLUMN tickets.bags IS 'Pieces of checked baggage';

CREATE TABLE crew_members (
    crew_id      integer PRIMARY KEY,
    first_name   varchar(30) NOT NULL,
    last_name    varchar(30) NOT NULL,
    carrier_code char(2) NOT NULL REFERENCES carriers (carrier_code),
    position     varchar(20) NOT NULL CHECK (position IN ('captain', 'first officer', 'purser', 'flight attendant')),
    hired_on     date NOT NULL
);

CREATE TABLE flight_crew (
    flight_id integer NOT NULL REFERENCES flights (flight_id),
    crew_id   integer NOT NULL REFERENCES crew_members (crew_id),
    PRIMARY KEY (flight_id, crew_id)
);
COMMENT ON TABLE flight_crew IS 'Who works on which flight';
