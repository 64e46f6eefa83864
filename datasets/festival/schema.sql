CREATE TABLE genre (
    genre_id   integer PRIMARY KEY,
    genre_name text NOT NULL UNIQUE
);
CREATE TABLE festival (
    festival_id integer PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    town        text NOT NULL,
    country     text NOT NULL,
    start_date  date NOT NULL,
    end_date    date NOT NULL,
    capacity    integer NOT NULL CHECK (capacity > 0),
    camping     boolean NOT NULL,
    website     text,
    CHECK (end_date >= start_date)
);
COMMENT ON COLUMN festival.capacity IS 'Visitors allowed on the grounds';
COMMENT ON COLUMN festival.camping IS 'True when there is a camp site';
CREATE TABLE stage (
    stage_id       integer PRIMARY KEY,
    festival_id    integer NOT NULL REFERENCES festival,
    stage_name     text NOT NULL,
    stage_capacity integer NOT NULL,
    covered        boolean NOT NULL,
    UNIQUE (festival_id, stage_name)
);
COMMENT ON COLUMN stage.covered IS 'True for tents and halls';
CREATE TABLE artist (
    artist_id    integer PRIMARY KEY,
    artist_name  text NOT NULL UNIQUE,
    genre_id     integer NOT NULL REFERENCES genre,
    home_country text NOT NULL,
    formed_in    smallint,
    members      smallint NOT NULL,
    asking_fee   numeric(10,2) NOT NULL
);
COMMENT ON TABLE artist IS 'Bands and solo artists, including those never booked';
COMMENT ON COLUMN artist.formed_in IS 'Year the act was formed; NULL when unknown';
COMMENT ON COLUMN artist.members IS 'Number of people in the act; 1 for solo artists';
COMMENT ON COLUMN artist.asking_fee IS 'Usual fee in euros';
CREATE TABLE performance (
    performance_id integer PRIMARY KEY,
    stage_id       integer NOT NULL REFERENCES stage,
    artist_id      integer NOT NULL REFERENCES artist,
    starts_at      timestamp NOT NULL,
    duration_min   smallint NOT NULL,
    fee_paid       numeric(10,2) NOT NULL,
    headliner      boolean NOT NULL DEFAULT false,
    status         text NOT NULL CHECK (status IN ('planned', 'played', 'cancelled'))
);
COMMENT ON COLUMN performance.duration_min IS 'Length of the set in minutes';
COMMENT ON COLUMN performance.fee_paid IS 'Agreed fee in euros';
CREATE TABLE visitor (
    visitor_id    integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    email         text,
    country       text NOT NULL,
    birth_date    date NOT NULL,
    newsletter    boolean NOT NULL,
    registered_on date NOT NULL
);
COMMENT ON COLUMN visitor.newsletter IS 'True when subscribed to the newsletter';
CREATE TABLE ticket (
    ticket_no   integer PRIMARY KEY,
    festival_id integer NOT NULL REFERENCES festival,
    visitor_id  integer NOT NULL REFERENCES visitor,
    ticket_type text NOT NULL CHECK (ticket_type IN ('day', 'weekend', 'camping', 'vip')),
    price       numeric(7,2) NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('web', 'app', 'box_office', 'reseller')),
    bought_at   timestamp NOT NULL,
    scanned_at  timestamp,
    refunded    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN ticket.price IS 'Price paid in euros';
COMMENT ON COLUMN ticket.scanned_at IS 'When the ticket was scanned at the gate; NULL when never used';
CREATE TABLE sponsor (
    sponsor_id   integer PRIMARY KEY,
    company_name text NOT NULL UNIQUE,
    industry     text NOT NULL
);
CREATE TABLE sponsorship (
    festival_id integer NOT NULL REFERENCES festival,
    sponsor_id  integer NOT NULL REFERENCES sponsor,
    level       text NOT NULL CHECK (level IN ('gold', 'silver', 'bronze')),
    amount      numeric(10,2) NOT NULL,
    signed_on   date NOT NULL,
    PRIMARY KEY (festival_id, sponsor_id)
);
COMMENT ON TABLE sponsorship IS 'Which sponsor supports which festival, and with how much, in euros';
