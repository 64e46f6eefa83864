CREATE TABLE donors (
    donor_id    serial PRIMARY KEY,
    first_name  text,
    last_name   text NOT NULL,
    email       text UNIQUE,
    donor_type  text NOT NULL DEFAULT 'individual' CHECK (donor_type IN ('individual', 'company', 'foundation')),
    city        text NOT NULL,
    country     text NOT NULL,
    newsletter  boolean NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE volunteers (
    volunteer_id   serial PRIMARY KEY,
    first_name     text NOT NULL,
    last_name      text NOT NULL,
    email          text NOT NULL UNIQUE,
    phone          text,
    city           text NOT NULL,
    date_of_birth  date,
    joined_on      date NOT NULL,
    is_active      boolean NOT NULL DEFAULT true,
    team_leader_id integer REFERENCES volunteers (volunteer_id)
);

CREATE TABLE campaigns (
    campaign_id    serial PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    cause          text NOT NULL,
    goal_amount    numeric(12,2) NOT NULL,
    start_date     date NOT NULL,
    end_date       date,
    coordinator_id integer REFERENCES volunteers (volunteer_id)
);

CREATE TABLE donations (
    donation_id    serial PRIMARY KEY,
    donor_id       integer NOT NULL REFERENCES donors (donor_id),
    campaign_id    integer REFERENCES campaigns (campaign_id),
    amount         numeric(10,2) NOT NULL CHECK (amount > 0),
    donated_at     timestamptz NOT NULL,
    payment_method text NOT NULL CHECK (payment_method IN ('card', 'bank_transfer', 'cash', 'direct_debit')),
    is_recurring   boolean NOT NULL DEFAULT false
);

CREATE TABLE events (
    event_id     serial PRIMARY KEY,
    title        text NOT NULL,
    campaign_id  integer REFERENCES campaigns (campaign_id),
    city         text NOT NULL,
    venue        text,
    event_date   date NOT NULL,
    capacity     integer NOT NULL,
    ticket_price numeric(6,2) NOT NULL DEFAULT 0
);

CREATE TABLE signups (
    event_id     integer NOT NULL REFERENCES events (event_id),
    volunteer_id integer NOT NULL REFERENCES volunteers (volunteer_id),
    role         text NOT NULL,
    signed_up_at timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('registered', 'attended', 'cancelled', 'no_show')),
    hours        numeric(4,1),
    PRIMARY KEY (event_id, volunteer_id)
);

CREATE TABLE expenses (
    expense_id  serial PRIMARY KEY,
    campaign_id integer NOT NULL REFERENCES campaigns (campaign_id),
    category    text NOT NULL,
    description text,
    amount      numeric(10,2) NOT NULL,
    spent_on    date NOT NULL
);

CREATE INDEX ON donations (donor_id);
CREATE INDEX ON donations (campaign_id);
CREATE INDEX ON signups (volunteer_id);
CREATE INDEX ON expenses (campaign_id);
