-- Public libraries of a city: branches and their staff, members, titles with their editions and copies,
-- loans, holds, fines and events. Amounts are in euro.

CREATE TABLE branches (
    branch_id             integer PRIMARY KEY,
    branch_name           text NOT NULL UNIQUE,
    district              text NOT NULL,
    street_address        text NOT NULL,
    opened_on             date NOT NULL,
    floor_area            integer NOT NULL,
    reading_seats         integer NOT NULL,
    has_cafe              boolean NOT NULL,
    wheelchair_accessible boolean NOT NULL
);
COMMENT ON TABLE branches IS 'Library buildings of the city';
COMMENT ON COLUMN branches.floor_area IS 'In square metres';

CREATE TABLE staff (
    staff_id      integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    branch_id     integer NOT NULL REFERENCES branches,
    job_title     text NOT NULL,
    supervisor_id integer REFERENCES staff (staff_id),
    hired_on      date NOT NULL,
    weekly_hours  numeric(4, 1) NOT NULL,
    hourly_wage   numeric(6, 2) NOT NULL
);
COMMENT ON COLUMN staff.supervisor_id IS 'Direct superior; NULL for the director';

CREATE TABLE members (
    member_id       integer PRIMARY KEY,
    first_name      text NOT NULL,
    last_name       text NOT NULL,
    email           text,
    birth_date      date NOT NULL,
    membership_type text NOT NULL CHECK (membership_type IN ('adult', 'student', 'child', 'senior')),
    home_branch_id  integer NOT NULL REFERENCES branches (branch_id),
    joined_on       date NOT NULL,
    card_expires_on date NOT NULL,
    is_blocked      boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN members.home_branch_id IS 'Branch where the member signed up';
COMMENT ON COLUMN members.is_blocked IS 'True while the member may not borrow';

CREATE TABLE authors (
    author_id  integer PRIMARY KEY,
    full_name  text NOT NULL UNIQUE,
    country    text NOT NULL,
    birth_year integer
);

CREATE TABLE titles (
    title_id         integer PRIMARY KEY,
    title_name       text NOT NULL,
    author_id        integer NOT NULL REFERENCES authors,
    genre            text NOT NULL,
    audience         text NOT NULL CHECK (audience IN ('adult', 'young_adult', 'children')),
    original_language text NOT NULL,
    first_published  integer NOT NULL
);
COMMENT ON TABLE titles IS 'Works, whatever edition; an edition is one printing of a title';
COMMENT ON COLUMN titles.first_published IS 'Year';

CREATE TABLE editions (
    edition_id       integer PRIMARY KEY,
    title_id         integer NOT NULL REFERENCES titles,
    publisher        text NOT NULL,
    format           text NOT NULL CHECK (format IN ('hardcover', 'paperback', 'large_print', 'audiobook')),
    publication_year integer NOT NULL,
    page_count       integer,
    isbn             text NOT NULL UNIQUE
);
COMMENT ON COLUMN editions.page_count IS 'NULL for audiobooks';

CREATE TABLE copies (
    copy_id        integer PRIMARY KEY,
    edition_id     integer NOT NULL REFERENCES editions,
    branch_id      integer NOT NULL REFERENCES branches,
    barcode        text NOT NULL UNIQUE,
    acquired_on    date NOT NULL,
    purchase_price numeric(6, 2) NOT NULL,
    condition      text NOT NULL CHECK (condition IN ('new', 'good', 'worn', 'damaged')),
    is_lost        boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE copies IS 'Single items on the shelves';
COMMENT ON COLUMN copies.branch_id IS 'Branch that owns the copy';

CREATE TABLE loans (
    loan_id       integer PRIMARY KEY,
    copy_id       integer NOT NULL REFERENCES copies,
    member_id     integer NOT NULL REFERENCES members,
    branch_id     integer NOT NULL REFERENCES branches,
    borrowed_on   date NOT NULL,
    due_on        date NOT NULL,
    returned_on   date,
    renewal_count integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN loans.branch_id IS 'Branch where the copy was borrowed';
COMMENT ON COLUMN loans.returned_on IS 'NULL while the copy is out';

CREATE TABLE holds (
    member_id        integer NOT NULL REFERENCES members,
    title_id         integer NOT NULL REFERENCES titles,
    pickup_branch_id integer NOT NULL REFERENCES branches (branch_id),
    placed_on        date NOT NULL,
    hold_status      text NOT NULL CHECK (hold_status IN ('waiting', 'ready', 'collected', 'cancelled', 'expired')),
    PRIMARY KEY (member_id, title_id)
);
COMMENT ON TABLE holds IS 'Titles that members have asked to be kept for them';

CREATE TABLE fines (
    fine_id   integer PRIMARY KEY,
    loan_id   integer NOT NULL REFERENCES loans,
    reason    text NOT NULL CHECK (reason IN ('overdue', 'damage', 'loss')),
    amount    numeric(6, 2) NOT NULL,
    issued_on date NOT NULL,
    paid_on   date
);
COMMENT ON COLUMN fines.paid_on IS 'NULL while unpaid';

CREATE TABLE events (
    event_id     integer PRIMARY KEY,
    event_name   text NOT NULL,
    event_type   text NOT NULL CHECK (event_type IN ('story_time', 'reading', 'workshop', 'exhibition', 'book_club')),
    branch_id    integer NOT NULL REFERENCES branches,
    organizer_id integer NOT NULL REFERENCES staff (staff_id),
    event_date   date NOT NULL,
    capacity     integer NOT NULL,
    attendees    integer,
    ticket_price numeric(5, 2) NOT NULL DEFAULT 0
);
COMMENT ON COLUMN events.organizer_id IS 'Staff member in charge';
COMMENT ON COLUMN events.attendees IS 'People who came; NULL until the event has taken place';
COMMENT ON COLUMN events.ticket_price IS '0 for free events';
