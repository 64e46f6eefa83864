-- Symphony orchestra: players and their instruments, what is played where and under whom, rehearsals and the box office.
-- Money is in euros.

CREATE TABLE sections (
    section_id        integer PRIMARY KEY,
    section_name      text    NOT NULL UNIQUE,
    parent_section_id integer REFERENCES sections (section_id)
);
COMMENT ON TABLE sections IS 'Sections of the orchestra; the first violins belong to the strings';

CREATE TABLE musicians (
    musician_id   integer PRIMARY KEY,
    first_name    text    NOT NULL,
    last_name     text    NOT NULL,
    section_id    integer NOT NULL REFERENCES sections (section_id),
    seat          text    NOT NULL CHECK (seat IN ('concertmaster', 'principal', 'co-principal', 'tutti')),
    nationality   text    NOT NULL,
    birth_date    date    NOT NULL,
    joined_on     date    NOT NULL,
    contract_type text    NOT NULL CHECK (contract_type IN ('permanent', 'trial', 'fixed-term')),
    annual_salary integer NOT NULL,
    mentor_id     integer REFERENCES musicians (musician_id)
);
COMMENT ON COLUMN musicians.annual_salary IS 'Gross, in euros a year';
COMMENT ON COLUMN musicians.mentor_id IS 'Older colleague who looks after this player';

CREATE TABLE instruments (
    instrument_id integer PRIMARY KEY,
    kind          text    NOT NULL,
    maker         text    NOT NULL,
    built_year    integer NOT NULL,
    insured_value integer NOT NULL,
    owned_by      text    NOT NULL CHECK (owned_by IN ('orchestra', 'foundation', 'player')),
    musician_id   integer REFERENCES musicians (musician_id)
);
COMMENT ON COLUMN instruments.musician_id IS 'Who plays it; NULL while it lies in store';

CREATE TABLE composers (
    composer_id integer PRIMARY KEY,
    name        text    NOT NULL UNIQUE,
    country     text    NOT NULL,
    birth_year  integer NOT NULL,
    death_year  integer
);

CREATE TABLE works (
    work_id       integer PRIMARY KEY,
    composer_id   integer NOT NULL REFERENCES composers (composer_id),
    title         text    NOT NULL,
    genre         text    NOT NULL,
    composed_year integer NOT NULL,
    duration_min  integer NOT NULL
);
COMMENT ON TABLE works IS 'Music whose parts are in the orchestra''s library';
COMMENT ON COLUMN works.genre IS 'symphony, concerto, overture, tone poem, suite, ballet or choral';

CREATE TABLE conductors (
    conductor_id integer PRIMARY KEY,
    name         text    NOT NULL UNIQUE,
    nationality  text    NOT NULL,
    post         text    NOT NULL,
    concert_fee  integer NOT NULL
);
COMMENT ON COLUMN conductors.post IS 'chief, assistant, laureate or guest';
COMMENT ON COLUMN conductors.concert_fee IS 'Fee for one concert';

CREATE TABLE venues (
    venue_id   integer PRIMARY KEY,
    venue_name text    NOT NULL,
    city       text    NOT NULL,
    country    text    NOT NULL,
    capacity   integer NOT NULL
);

CREATE TABLE tours (
    tour_id   integer PRIMARY KEY,
    tour_name text    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    budget    integer NOT NULL
);

CREATE TABLE sponsors (
    sponsor_id    integer PRIMARY KEY,
    sponsor_name  text    NOT NULL,
    industry      text    NOT NULL,
    annual_gift   integer NOT NULL,
    partner_since date    NOT NULL
);
COMMENT ON COLUMN sponsors.annual_gift IS 'What the sponsor gives each year';

CREATE TABLE concerts (
    concert_id   integer PRIMARY KEY,
    title        text      NOT NULL,
    series       text      NOT NULL,
    starts_at    timestamp NOT NULL,
    venue_id     integer   NOT NULL REFERENCES venues (venue_id),
    conductor_id integer   NOT NULL REFERENCES conductors (conductor_id),
    tour_id      integer   REFERENCES tours (tour_id),
    sponsor_id   integer   REFERENCES sponsors (sponsor_id),
    status       text      NOT NULL CHECK (status IN ('planned', 'performed', 'cancelled'))
);
COMMENT ON COLUMN concerts.series IS 'Subscription, Family, Summer, Gala or Tour';
COMMENT ON COLUMN concerts.sponsor_id IS 'Sponsor of the evening, if there is one';

CREATE TABLE programme_items (
    concert_id integer NOT NULL REFERENCES concerts (concert_id),
    item_no    integer NOT NULL,
    work_id    integer NOT NULL REFERENCES works (work_id),
    soloist    text,
    PRIMARY KEY (concert_id, item_no)
);
COMMENT ON TABLE programme_items IS 'What is played at a concert, in order';

CREATE TABLE rehearsals (
    rehearsal_id   integer PRIMARY KEY,
    concert_id     integer NOT NULL REFERENCES concerts (concert_id),
    rehearsal_date date    NOT NULL,
    rehearsal_type text    NOT NULL CHECK (rehearsal_type IN ('full', 'sectional', 'dress')),
    hours          numeric(3, 1) NOT NULL
);

CREATE TABLE rehearsal_absences (
    rehearsal_id integer NOT NULL REFERENCES rehearsals (rehearsal_id),
    musician_id  integer NOT NULL REFERENCES musicians (musician_id),
    excuse       text    NOT NULL,
    PRIMARY KEY (rehearsal_id, musician_id)
);
COMMENT ON TABLE rehearsal_absences IS 'Who was missing from which rehearsal';
COMMENT ON COLUMN rehearsal_absences.excuse IS 'illness, leave, family, travel or none';

CREATE TABLE ticket_sales (
    sale_id       integer PRIMARY KEY,
    concert_id    integer NOT NULL REFERENCES concerts (concert_id),
    sold_on       date    NOT NULL,
    seat_category text    NOT NULL,
    channel       text    NOT NULL,
    quantity      integer NOT NULL CHECK (quantity > 0),
    unit_price    numeric(7, 2) NOT NULL
);
COMMENT ON COLUMN ticket_sales.seat_category IS 'stalls, balcony, box or gallery';
COMMENT ON COLUMN ticket_sales.channel IS 'online, box office, phone or partner';
COMMENT ON COLUMN ticket_sales.unit_price IS 'Price of one ticket';
