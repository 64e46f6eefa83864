-- Booking office of a small group of wedding and event venues.

CREATE TYPE event_status AS ENUM ('pencilled', 'confirmed', 'completed', 'cancelled');

CREATE TABLE venue (
    venue_id     smallint PRIMARY KEY,
    venue_name   text NOT NULL UNIQUE,
    town         text NOT NULL,
    postcode     text NOT NULL,
    opened_on    date,
    has_lodging  boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN venue.has_lodging IS 'guests can stay the night on site';

CREATE TABLE hall (
    hall_id       smallint PRIMARY KEY,
    venue_id      smallint NOT NULL REFERENCES venue,
    part_of_id    smallint REFERENCES hall,
    hall_name     text NOT NULL UNIQUE,
    seated_cap    int NOT NULL,
    standing_cap  int NOT NULL,
    day_hire      numeric(8,2) NOT NULL,
    is_outdoor    boolean NOT NULL DEFAULT false,
    step_free     boolean NOT NULL DEFAULT true,
    ceremony_lic  boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE hall IS 'Rooms and gardens that can be hired';
COMMENT ON COLUMN hall.part_of_id IS 'the larger hall of which this one is a partition';
COMMENT ON COLUMN hall.day_hire IS 'list price for a day, without VAT';
COMMENT ON COLUMN hall.ceremony_lic IS 'licensed for civil ceremonies';

CREATE TABLE client (
    client_id      int PRIMARY KEY,
    first_name     text NOT NULL,
    last_name      text NOT NULL,
    partner_name   text,
    company_name   text,
    client_kind    text NOT NULL CHECK (client_kind IN ('couple', 'private', 'corporate', 'charity')),
    email          text,
    phone          text,
    home_town      text,
    heard_from     text,
    referred_by_id int REFERENCES client,
    added_on       date NOT NULL
);
COMMENT ON COLUMN client.company_name IS 'firm or charity for which the person books';
COMMENT ON COLUMN client.heard_from IS 'how they came to know of us';
COMMENT ON COLUMN client.referred_by_id IS 'earlier client who recommended us';

CREATE TABLE staff (
    staff_id      int PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    job           text NOT NULL,
    venue_id      smallint REFERENCES venue,
    manager_id    int REFERENCES staff,
    hourly_rate   numeric(6,2) NOT NULL,
    is_casual     boolean NOT NULL DEFAULT false,
    hired_on      date NOT NULL,
    left_on       date
);
COMMENT ON COLUMN staff.venue_id IS 'where they are based; empty for the head office';
COMMENT ON COLUMN staff.is_casual IS 'called in when needed';

CREATE TABLE event (
    event_id     int PRIMARY KEY,
    event_ref    text NOT NULL UNIQUE,
    client_id    int NOT NULL REFERENCES client,
    planner_id   int REFERENCES staff,
    event_kind   text NOT NULL,
    title        text NOT NULL,
    event_date   date NOT NULL,
    start_time   time NOT NULL,
    end_time     time NOT NULL,
    guest_count  int NOT NULL,
    status       event_status NOT NULL,
    enquired_on  date NOT NULL,
    confirmed_on date,
    cancelled_on date
);
COMMENT ON COLUMN event.planner_id IS 'member of staff who looks after the event';
COMMENT ON COLUMN event.guest_count IS 'guests as told by the client';

CREATE TABLE event_hall (
    event_id   int NOT NULL REFERENCES event,
    hall_id    smallint NOT NULL REFERENCES hall,
    used_for   text NOT NULL,
    hire_fee   numeric(8,2) NOT NULL,
    PRIMARY KEY (event_id, hall_id)
);
COMMENT ON TABLE event_hall IS 'Halls reserved for an event';
COMMENT ON COLUMN event_hall.hire_fee IS 'agreed with the client, without VAT';

CREATE TABLE quote (
    event_id       int NOT NULL REFERENCES event,
    version_no     smallint NOT NULL,
    prepared_by_id int NOT NULL REFERENCES staff,
    issued_on      date NOT NULL,
    valid_until    date NOT NULL,
    total_amount   numeric(10,2) NOT NULL,
    discount_pct   numeric(4,1) NOT NULL DEFAULT 0,
    quote_status   text NOT NULL CHECK (quote_status IN ('draft', 'sent', 'accepted', 'declined', 'lapsed')),
    PRIMARY KEY (event_id, version_no)
);
COMMENT ON COLUMN quote.total_amount IS 'after the discount, without VAT';

CREATE TABLE caterer (
    caterer_id      smallint PRIMARY KEY,
    caterer_name    text NOT NULL UNIQUE,
    cuisine         text NOT NULL,
    town            text,
    hygiene_rating  smallint CHECK (hygiene_rating BETWEEN 0 AND 5),
    commission_pct  numeric(4,1) NOT NULL,
    preferred       boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN caterer.commission_pct IS 'share of the food bill that the caterer pays to us';

CREATE TABLE menu (
    menu_id         int PRIMARY KEY,
    caterer_id      smallint NOT NULL REFERENCES caterer,
    menu_name       text NOT NULL,
    style           text NOT NULL,
    courses         smallint NOT NULL,
    price_per_head  numeric(6,2) NOT NULL,
    is_vegan        boolean NOT NULL DEFAULT false,
    min_guests      int
);

CREATE TABLE event_menu (
    event_id     int NOT NULL REFERENCES event,
    menu_id      int NOT NULL REFERENCES menu,
    covers       int NOT NULL,
    agreed_price numeric(6,2) NOT NULL,
    PRIMARY KEY (event_id, menu_id)
);
COMMENT ON COLUMN event_menu.covers IS 'how many are to be served';
COMMENT ON COLUMN event_menu.agreed_price IS 'for each cover, without VAT';

CREATE TABLE shift (
    shift_id   int PRIMARY KEY,
    event_id   int NOT NULL REFERENCES event,
    staff_id   int NOT NULL REFERENCES staff,
    duty       text NOT NULL,
    starts_at  timestamp NOT NULL,
    hours      numeric(4,2) NOT NULL,
    pay_rate   numeric(6,2) NOT NULL,
    no_show    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN shift.pay_rate IS 'per hour on that day';

CREATE TABLE invoice (
    invoice_no   text PRIMARY KEY,
    event_id     int NOT NULL REFERENCES event,
    part         text NOT NULL CHECK (part IN ('deposit', 'balance', 'extras')),
    issued_on    date NOT NULL,
    due_on       date NOT NULL,
    net_amount   numeric(10,2) NOT NULL,
    vat_amount   numeric(10,2) NOT NULL,
    inv_status   text NOT NULL CHECK (inv_status IN ('unpaid', 'part_paid', 'paid'))
);

CREATE TABLE payment (
    payment_id   int PRIMARY KEY,
    invoice_no   text NOT NULL REFERENCES invoice,
    paid_on      date NOT NULL,
    amount       numeric(10,2) NOT NULL,
    method       text NOT NULL,
    taken_by_id  int REFERENCES staff
);
COMMENT ON COLUMN payment.taken_by_id IS 'empty when it came in by bank transfer';

CREATE TABLE review (
    review_id      int PRIMARY KEY,
    event_id       int NOT NULL UNIQUE REFERENCES event,
    posted_on      date NOT NULL,
    overall        smallint NOT NULL CHECK (overall BETWEEN 1 AND 5),
    food           smallint CHECK (food BETWEEN 1 AND 5),
    service        smallint CHECK (service BETWEEN 1 AND 5),
    headline       text,
    published      boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN review.overall IS 'stars from 1 to 5';
