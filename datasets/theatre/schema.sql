-- A repertory theatre: plays from the canon, the productions made of them, who is cast, where and when they are performed,
-- and who buys tickets. Amounts are in pounds sterling; times are local and without a zone.

CREATE TABLE play (
    play_id     smallint PRIMARY KEY,
    title       text     NOT NULL UNIQUE,
    playwright  text     NOT NULL,
    genre       text     NOT NULL CHECK (genre IN ('tragedy', 'comedy', 'drama', 'absurdist', 'farce')),
    orig_lang   char(2)  NOT NULL,
    first_yr    smallint,
    running_min smallint NOT NULL CHECK (running_min > 0)
);
COMMENT ON TABLE play IS 'Texts in the library of the company, staged or not';
COMMENT ON COLUMN play.orig_lang IS 'Language of the original: en, fr, no, ru, de, el';
COMMENT ON COLUMN play.first_yr IS 'Year of the first performance ever; NULL where nobody knows or before our era';
COMMENT ON COLUMN play.running_min IS 'Running time in minutes without the interval';

CREATE TABLE part (
    play_id   smallint NOT NULL REFERENCES play,
    part_no   smallint NOT NULL,
    part_name text     NOT NULL,
    is_lead   boolean  NOT NULL DEFAULT false,
    PRIMARY KEY (play_id, part_no)
);
COMMENT ON TABLE part IS 'Characters of a play';

CREATE TABLE artist (
    artist_id   smallint PRIMARY KEY,
    fname       text     NOT NULL,
    lname       text     NOT NULL,
    craft       char(3)  NOT NULL CHECK (craft IN ('ACT', 'DIR', 'DES', 'DRM', 'MUS')),
    joined_on   date     NOT NULL,
    left_on     date,
    monthly_pay numeric(8, 2) NOT NULL,
    mentor_id   smallint REFERENCES artist (artist_id)
);
COMMENT ON TABLE artist IS 'The artistic company, past and present';
COMMENT ON COLUMN artist.craft IS 'ACT actor, DIR director, DES designer, DRM dramaturg, MUS musician';
COMMENT ON COLUMN artist.left_on IS 'NULL while still with the company';
COMMENT ON COLUMN artist.mentor_id IS 'Senior colleague who looks after the artist, if any';

CREATE TABLE hall (
    hall_cd   char(2)  PRIMARY KEY,
    hall_name text     NOT NULL UNIQUE,
    seats     smallint NOT NULL,
    storey    smallint NOT NULL,
    has_lift  boolean  NOT NULL
);
COMMENT ON COLUMN hall.storey IS '0 is the ground floor, -1 the cellar';

CREATE TABLE production (
    prod_id     smallint PRIMARY KEY,
    prod_code   text     NOT NULL UNIQUE,
    play_id     smallint NOT NULL REFERENCES play,
    season      char(7)  NOT NULL,
    director_id smallint NOT NULL REFERENCES artist (artist_id),
    designer_id smallint REFERENCES artist (artist_id),
    premiere_on date     NOT NULL,
    budget      numeric(10, 2) NOT NULL,
    state       char(1)  NOT NULL CHECK (state IN ('P', 'R', 'C')),
    min_age     smallint,
    UNIQUE (prod_id, play_id)
);
COMMENT ON TABLE production IS 'A staging of a play in one season; a play can be staged more than once';
COMMENT ON COLUMN production.prod_code IS 'Short name in the house: letters of the play and the year of the premiere';
COMMENT ON COLUMN production.season IS 'Such as 2025/26; runs from September to July';
COMMENT ON COLUMN production.state IS 'P in preparation, R running, C closed';
COMMENT ON COLUMN production.min_age IS 'Recommended from this age; NULL when for everyone';

CREATE TABLE casting (
    prod_id       smallint NOT NULL,
    play_id       smallint NOT NULL,
    part_no       smallint NOT NULL,
    artist_id     smallint NOT NULL REFERENCES artist,
    is_understudy boolean  NOT NULL DEFAULT false,
    PRIMARY KEY (prod_id, part_no, artist_id),
    FOREIGN KEY (prod_id, play_id) REFERENCES production (prod_id, play_id),
    FOREIGN KEY (play_id, part_no) REFERENCES part (play_id, part_no)
);
COMMENT ON TABLE casting IS 'Who plays which part in a production';

CREATE TABLE rehearsal (
    rehearsal_id integer  PRIMARY KEY,
    prod_id      smallint NOT NULL REFERENCES production,
    hall_cd      char(2)  REFERENCES hall,
    held_on      date     NOT NULL,
    hours        numeric(3, 1) NOT NULL,
    kind         text     NOT NULL CHECK (kind IN ('read-through', 'blocking', 'run-through', 'dress'))
);
COMMENT ON COLUMN rehearsal.hall_cd IS 'NULL when held in the rehearsal room';

CREATE TABLE performance (
    perf_id   integer   PRIMARY KEY,
    prod_id   smallint  NOT NULL REFERENCES production,
    hall_cd   char(2)   NOT NULL REFERENCES hall,
    starts_at timestamp NOT NULL,
    slot      char(1)   NOT NULL CHECK (slot IN ('M', 'E')),
    status    text      NOT NULL CHECK (status IN ('played', 'cancelled', 'on_sale'))
);
COMMENT ON COLUMN performance.slot IS 'M matinee, E evening';

CREATE TABLE patron (
    patron_id  integer PRIMARY KEY,
    fname      text    NOT NULL,
    lname      text    NOT NULL,
    email      text    UNIQUE,
    town       text    NOT NULL,
    born_on    date,
    reg_on     date    NOT NULL,
    newsletter boolean NOT NULL
);
COMMENT ON TABLE patron IS 'People with an account at the box office';
COMMENT ON COLUMN patron.reg_on IS 'Day the account was opened';

CREATE TABLE tier (
    tier_cd    char(1) PRIMARY KEY,
    tier_name  text    NOT NULL UNIQUE,
    annual_fee numeric(6, 2) NOT NULL,
    disc_pct   smallint NOT NULL
);
COMMENT ON TABLE tier IS 'Levels of membership';
COMMENT ON COLUMN tier.disc_pct IS 'Percent off every ticket';

CREATE TABLE membership (
    patron_id  integer NOT NULL REFERENCES patron,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL,
    tier_cd    char(1) NOT NULL REFERENCES tier,
    fee_paid   numeric(6, 2) NOT NULL,
    PRIMARY KEY (patron_id, valid_from)
);
COMMENT ON TABLE membership IS 'One row for each year that a patron paid for';

CREATE TABLE booking (
    bkg_id    integer   PRIMARY KEY,
    perf_id   integer   NOT NULL REFERENCES performance,
    patron_id integer   REFERENCES patron,
    booked_at timestamp NOT NULL,
    channel   text      NOT NULL CHECK (channel IN ('web', 'phone', 'desk'))
);
COMMENT ON COLUMN booking.patron_id IS 'NULL when bought at the desk without an account';

CREATE TABLE ticket (
    bkg_id     integer  NOT NULL REFERENCES booking,
    line_no    smallint NOT NULL,
    seat_row   char(1)  NOT NULL,
    seat_no    smallint NOT NULL,
    tariff     text     NOT NULL CHECK (tariff IN ('full', 'reduced', 'student')),
    price      numeric(6, 2) NOT NULL,
    refund_amt numeric(6, 2) NOT NULL DEFAULT 0,
    PRIMARY KEY (bkg_id, line_no)
);
COMMENT ON COLUMN ticket.price IS 'What was paid, after any discount';
COMMENT ON COLUMN ticket.refund_amt IS 'What was given back later; 0 in most cases';

CREATE TABLE review (
    review_id integer  PRIMARY KEY,
    prod_id   smallint NOT NULL REFERENCES production,
    patron_id integer  NOT NULL REFERENCES patron,
    stars     smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    posted_on date     NOT NULL,
    body      text
);
COMMENT ON TABLE review IS 'What patrons wrote on our web site after a visit';
